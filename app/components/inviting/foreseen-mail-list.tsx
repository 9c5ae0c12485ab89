import { joinNames } from '#app/domain/catalogue/join-names.ts'
import type { WithheldReason } from '#app/domain/inviting/outbox-words.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { calendarWords, type InCalendar, mailInWords } from '#app/domain/scheduling/session-words.ts'
import { Notice } from '../page/notice.tsx'
import { MailPreview } from './mail-preview.tsx'
import { WithheldNotice } from './withheld-notice.tsx'

export type ForeseenMailListProps = {
  session: Pick<BriefingSession, 'councils'>
  mails: {
    kinds: readonly { kind: string; calendar: InCalendar; mails: number }[]
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
          key: `${row.kind} ${row.calendar}`,
          ...mailInWords(row, councils),
          calendar: calendarWords[row.calendar],
          count: row.mails,
        }))}
      />
      {mails.withoutClerk.length > 0 && (
        <Notice kind="warning" title="Niet elke griffie krijgt bericht">
          <p>
            Van {joinNames([...mails.withoutClerk])} staat hier geen griffie. Bel of mail deze{' '}
            {mails.withoutClerk.length === 1 ? 'griffie' : 'griffies'} zelf.
          </p>
        </Notice>
      )}
      {mails.toCall.length > 0 && (
        <Notice kind="warning" title="Bel zelf">
          <ul>
            {mails.toCall.map((name) => (
              <li key={name}>{name}: geen adres: bel</li>
            ))}
          </ul>
        </Notice>
      )}
      <WithheldNotice withheld={mails.withheld} />
    </>
  )
}
