import type { Agreement } from '#app/domain/inviting/agreement.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { WarningList } from '../page/warning-list.tsx'

type NotYetAgreedProps = {
  session: Pick<BriefingSession, 'status'>
  agreement: Agreement
  /** What it means for a council that has not said whether it takes part. */
  unlessTakingPart: string
}

/** Which councils did not agree, by name and with what they said. Draws nothing when all did. */
export function NotYetAgreed({ session, agreement, unlessTakingPart }: NotYetAgreedProps) {
  const isOption = session.status === 'option'
  const lines = [
    ...agreement.no.map((name) => `${name}: gaat niet akkoord`),
    ...(isOption ? agreement.open.map((name) => `${name}: heeft nog niet gezegd of de raad akkoord gaat`) : []),
    ...agreement.notTakingPart.map((name) => `${name}: heeft nog niet gezegd of de raad meedoet. ${unlessTakingPart}`),
  ]
  return <WarningList title="Nog niet elke raad gaat akkoord" warnings={lines} />
}
