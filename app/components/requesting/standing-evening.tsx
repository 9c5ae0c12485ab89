import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { EveningFacts } from '../scheduling/evening-facts.tsx'
import { type MemberLink, MemberLinks } from '../scheduling/member-links.tsx'

type StandingEveningProps = {
  session: Pick<BriefingSession, 'id' | 'status' | 'start' | 'end' | 'venue' | 'onlineUrl'>
  links: readonly MemberLink[]
}

/** The evening that came of a request, for its clerk: when and where, who registered, and the link that councillors need. */
export function StandingEvening({ session, links }: StandingEveningProps) {
  return (
    <section aria-labelledby="de-bijeenkomst">
      <h2 id="de-bijeenkomst">De bijeenkomst</h2>
      <EveningFacts session={session} showsOnlineLink={false} />
      <p>
        <a href={`/griffie/sessies/${session.id}/reacties`}>Bekijk wie zich aanmeldde en wie er komt</a>
      </p>
      <MemberLinks links={links} />
    </section>
  )
}
