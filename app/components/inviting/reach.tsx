import { type MailReach, mailReachWords } from '#app/domain/inviting/mail-reach.ts'
import { StatusBadge } from '../page/status-badge.tsx'

/** Whether mail reaches somebody; who it does not reach stands out. */
export function Reach({ reach }: { reach: MailReach }) {
  if (reach === 'reached') return mailReachWords.reached
  return (
    <StatusBadge tone="warning">
      <span className="one-line">{mailReachWords[reach]}</span>
    </StatusBadge>
  )
}
