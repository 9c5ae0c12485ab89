import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { locationLine } from '#app/domain/scheduling/briefing-session.ts'
import { DefinitionList } from '../page/definition-list.tsx'
import { SessionTime } from './session-time.tsx'

type EveningFactsProps = {
  session: Pick<BriefingSession, 'status' | 'start' | 'end' | 'venue' | 'onlineUrl'>
  /** The link to the broadcast is for participants; others read that there is one. */
  showsOnlineLink: boolean
  /** "Nog 12 plaatsen"; left out where it says nothing. */
  places?: string
  /** Where the reader can still say what she needs; left out when she cannot or need not. */
  asksNeeds?: keyof typeof needsWords
}

const needsWords = {
  atRegistration: ' Geef bij uw aanmelding aan wat u nodig hebt.',
  below: ' Geef hieronder aan wat u nodig hebt.',
}

/** When and where an evening is and how to get in, as participants need to know it. */
export function EveningFacts({ session, showsOnlineLink, places, asksNeeds }: EveningFactsProps) {
  const { venue, onlineUrl } = session
  // Nobody asks any more about an evening that is over or off.
  const isOver = session.status === 'held' || session.status === 'cancelled'
  const accessUnknown = isOver ? '' : `De provincie vraagt dit nog na.${asksNeeds ? needsWords[asksNeeds] : ''}`
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

function onlineWords(venue: unknown): string {
  return venue ? 'U kunt ook online meekijken. De link staat in uw uitnodiging.' : 'De link staat in uw uitnodiging.'
}
