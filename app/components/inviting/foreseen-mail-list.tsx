import { joinNames } from '#app/domain/catalogue/join-names.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { mailInWords } from '#app/domain/scheduling/session-words.ts'
import { Notice } from '../page/notice.tsx'
import { MailPreview } from './mail-preview.tsx'

type ForeseenMailListProps = {
  session: Pick<BriefingSession, 'councils'>
  mails: { kinds: readonly { kind: string; mails: number }[]; withheld: number; toCall: readonly string[] }
}

/** Which mails a step would send, by kind and council, and how many would stay here. Never an address. */
export function ForeseenMailList({ session, mails }: ForeseenMailListProps) {
  const councils = joinNames(session.councils.map(({ municipalityName }) => municipalityName))
  return (
    <>
      <MailPreview
        mails={mails.kinds.map(({ kind, mails: count }) => ({ key: kind, ...mailInWords(kind, councils), count }))}
      />
      {mails.toCall.length > 0 && (
        <Notice kind="warning" title="Bel deze sprekers zelf">
          <ul>
            {mails.toCall.map((name) => (
              <li key={name}>{name}: geen adres: bel</li>
            ))}
          </ul>
        </Notice>
      )}
      {mails.withheld > 0 && (
        <Notice kind="warning" title="Niet alle mails kunnen weg">
          <p>
            {mails.withheld === 1 ? '1 mail blijft' : `${mails.withheld} mails blijven`} liggen, omdat er een adres of
            het DOS-nummer ontbreekt.
          </p>
        </Notice>
      )}
    </>
  )
}
