import { type WithheldReason, withheldWords } from '#app/domain/inviting/outbox-words.ts'
import { Notice } from '../page/notice.tsx'

/** How many of the mails of a step would stay here, why, and what to do about it. */
export function WithheldNotice({ withheld }: { withheld: readonly { reason: WithheldReason; mails: number }[] }) {
  if (withheld.length === 0) return null
  return (
    <Notice kind="warning" title="Niet alle mails kunnen weg">
      <ul>
        {withheld.map(({ reason, mails }) => (
          <li key={reason}>
            {mails === 1 ? '1 mail blijft' : `${mails} mails blijven`} liggen. {withheldWords[reason].why}.
          </li>
        ))}
      </ul>
    </Notice>
  )
}
