import type { WithheldReason } from '#app/domain/inviting/outbox-words.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { calendarWords, type InCalendar, readersInWords } from '#app/domain/scheduling/session-words.ts'
import { MailPreview } from './mail-preview.tsx'
import { WhomToCall } from './whom-to-call.tsx'
import { WithheldNotice } from './withheld-notice.tsx'
import { WithoutClerk } from './without-clerk.tsx'

export type ForeseenMailListProps = {
  session: Pick<BriefingSession, 'councils'>
  mails: {
    kinds: readonly { kind: string; name: string; calendar: InCalendar; mails: number }[]
    withheld: readonly { reason: WithheldReason; mails: number }[]
    clerksOf: readonly string[]
    withoutClerk: readonly string[]
    toCall: readonly string[]
  }
}

/** Which mails a step would send, by kind and council, and how many would stay here. Never an address. */
export function ForeseenMailList({ session, mails }: ForeseenMailListProps) {
  const participants = session.councils.map(({ municipalityName }) => municipalityName)
  const councils = { clerks: mails.clerksOf, participants }
  return (
    <>
      <MailPreview
        mails={mails.kinds.map((row) => ({
          key: `${row.kind} ${row.calendar} ${row.name}`,
          mail: row.name,
          to: readersInWords(row, councils),
          calendar: calendarWords[row.calendar],
          count: row.mails,
        }))}
      />
      <WithoutClerk municipalities={mails.withoutClerk} />
      <WhomToCall names={mails.toCall} />
      <WithheldNotice withheld={mails.withheld} />
    </>
  )
}
