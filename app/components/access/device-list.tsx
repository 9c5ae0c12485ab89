import { PostForm } from '../form/post-form.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Moment } from '../page/moment.tsx'

export type ListedDevice = { signInId: string; since: string; lastSeen: string; isThisOne: boolean }

/** Where somebody is signed in, each with a way to end it. Instants as ISO 8601 text. */
export function DeviceList({ devices }: { devices: readonly ListedDevice[] }) {
  return (
    <ul className="stack">
      {devices.map((device) => (
        <li key={device.signInId}>
          <PostForm className="stack">
            <p>
              {device.isThisOne ? 'Dit apparaat' : 'Een ander apparaat'}, sinds{' '}
              <Moment at={Temporal.Instant.from(device.since)} />
              {!device.isThisOne && (
                <>
                  , laatst gebruikt <Moment at={Temporal.Instant.from(device.lastSeen)} />
                </>
              )}
            </p>
            <input type="hidden" name="intent" value="endSignIn" />
            <input type="hidden" name="signInId" value={device.signInId} />
            <SubmitButton kind="subtle">
              {device.isThisOne ? 'Uitloggen op dit apparaat' : 'Uitloggen op dat apparaat'}
            </SubmitButton>
          </PostForm>
        </li>
      ))}
    </ul>
  )
}
