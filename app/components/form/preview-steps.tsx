import type { ReactNode } from 'react'
import { HiddenEntries } from './hidden-entries.tsx'
import { PostForm } from './post-form.tsx'
import { SubmitButton } from './submit-button.tsx'

type PreviewStepsProps = {
  /** What was typed, to be sent again by either button. */
  entries: readonly (readonly [string, string])[]
  /** What the button that does it sends as `step`. */
  step: string
  children: ReactNode
}

/** Below a preview of what will happen: the way on, and the way back to the form. */
export function PreviewSteps({ entries, step, children }: PreviewStepsProps) {
  return (
    <PostForm>
      <HiddenEntries entries={entries} />
      <div className="actions">
        <SubmitButton name="step" value={step}>
          {children}
        </SubmitButton>
        <SubmitButton kind="secondary" name="step" value="terug">
          Terug naar het formulier
        </SubmitButton>
      </div>
    </PostForm>
  )
}
