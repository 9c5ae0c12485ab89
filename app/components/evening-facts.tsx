import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { locationLine } from '#app/domain/scheduling/briefing-session.ts'
import { DefinitionList } from './definition-list.tsx'
import { SessionTime } from './session-time.tsx'

type EveningFactsProps = {
  session: Pick<BriefingSession, 'start' | 'end' | 'venue' | 'onlineUrl'>
  /** The link to the broadcast is for participants; others read that there is one. */
  showsOnlineLink: boolean
  /** "Nog 12 plaatsen"; left out where it says nothing. */
  places?: string
}

/** When and where an evening is and how to get in, as participants need to know it. */
export function EveningFacts({ session, showsOnlineLink, places }: EveningFactsProps) {
  const { venue, onlineUrl } = session
  const online = onlineUrl && (showsOnlineLink ? <a href={onlineUrl}>Link naar de uitzending</a> : onlineWords(venue))
  const rows = [
    { key: 'when', term: 'Wanneer', value: <SessionTime start={session.start} end={session.end} /> },
    { key: 'where', term: 'Waar', value: venue ? locationLine(venue) : 'Online' },
    { key: 'access', term: 'Toegang', value: venue && (venue.accessFacts || accessUnknown) },
    { key: 'online', term: 'Online', value: online },
    { key: 'places', term: 'Plaatsen', value: places },
  ]
  return <DefinitionList rows={rows.filter(({ value }) => value !== undefined && value !== '')} />
}

const accessUnknown = 'De provincie vraagt dit nog na. Geef bij uw aanmelding aan wat u nodig hebt.'

function onlineWords(venue: unknown): string {
  return venue ? 'U kunt ook online meekijken. De link staat in uw uitnodiging.' : 'De link staat in uw uitnodiging.'
}
