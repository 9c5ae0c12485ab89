import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'

type ReminderSwitchProps = { isStopped: boolean; kind?: 'primary' | 'secondary' }

/** Stops reminders, or starts them again: one button, which says what it does. */
export function ReminderSwitch({ isStopped, kind = 'primary' }: ReminderSwitchProps) {
  return (
    <PostForm>
      <input type="hidden" name="herinneringen" value={isStopped ? 'aan' : 'uit'} />
      <div className="actions">
        <SubmitButton kind={isStopped ? 'secondary' : kind}>
          {isStopped ? 'Zet herinneringen weer aan' : 'Zet herinneringen uit'}
        </SubmitButton>
      </div>
    </PostForm>
  )
}
