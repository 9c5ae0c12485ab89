import type { SessionStatus } from '#app/domain/scheduling/briefing-session.ts'
import { Notice } from '../page/notice.tsx'
import { ProgressLine } from '../page/progress-line.tsx'

type ShownSession = { id: string; status: SessionStatus }
type MailProgress = { total: number; sent: number; waiting: number; failed: number; withheld: number }

/** How far the mails of an evening have come, and which need somebody. */
export function SessionMailProgress({ session, mails }: { session: ShownSession; mails: MailProgress }) {
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">Mails</h2>
      {mails.total === 0 ? (
        <p>
          {session.status === 'draft'
            ? 'Er zijn nog geen mails gemaakt.'
            : 'Hier zijn geen mails over deze bijeenkomst bewaard.'}
        </p>
      ) : (
        <ProgressLine done={mails.sent} total={mails.total} verb="verzonden" />
      )}
      {mails.waiting > 0 && (
        <p>
          {mails.waiting === 1 ? '1 mail ligt klaar en gaat' : `${mails.waiting} mails liggen klaar en gaan`} vanzelf
          weg. <a href={`/beheer/sessies/${session.id}#mails`}>Vernieuw deze pagina om te zien hoe ver dat is</a>
        </p>
      )}
      {mails.failed > 0 && <p>{mails.failed} niet bezorgd.</p>}
      {mails.withheld > 0 && (
        <Notice kind="warning" title="Niet alles is verstuurd">
          <p>
            {mails.withheld} niet verstuurd. Het adres ontbreekt of klopt niet, of er is geen DOS-nummer.{' '}
            <a href={`/beheer/post?bijeenkomst=${session.id}&tegengehouden=ja`}>Bekijk welke, en wat u kunt doen</a>
          </p>
        </Notice>
      )}
      {mails.total > 0 && (
        <p>
          <a href={`/beheer/post?bijeenkomst=${session.id}`}>Bekijk de mails van deze bijeenkomst</a>
        </p>
      )}
    </section>
  )
}
