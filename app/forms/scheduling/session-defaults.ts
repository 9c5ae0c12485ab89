import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { regionInSentence } from '#app/domain/catalogue/place.ts'
import { programmeMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import { lowerFirst } from '#app/domain/first-letter.ts'
import type { VenueKind } from '#app/domain/requesting/briefing-wish.ts'
import type { BriefingSession, Venue } from '#app/domain/scheduling/briefing-session.ts'
import { timeInField, wallClockOf } from '#app/domain/scheduling/wall-clock.ts'
import type { SessionEntries } from './session-form.ts'

type Wish = {
  formatMinutes: number
  dosNumber: string | undefined
  isPublic: boolean
  topics: readonly { topicId: string; title: string; minutes: number }[]
  venueKind: VenueKind
  /** The council that asked first. */
  councils: readonly { municipalityId: string; municipalityName: string; hasJoined: boolean }[]
  /** The region the request is for, if it is for one. */
  regionName: string | undefined
  /** The evening the council chose of those that were proposed. */
  chosenEvening?: { start: Temporal.Instant; end: Temporal.Instant } | undefined
}

/** A day the council prefers, with what speaks against it. */
type WishedDate = { day: Temporal.PlainDate; warnings: readonly string[] }

type Room = Pick<Venue, 'id' | 'municipalityId' | 'active'>

const usualStart = Temporal.PlainTime.from('19:30')

/**
 * How the form of a new evening starts: what the council asked for, on the evening it chose of a proposal; without one on the evening it prefers most of
 * those that nothing speaks against.
 */
export function entriesForWish(
  wish: Wish,
  dates: readonly WishedDate[],
  venues: readonly Room[] = [],
): Partial<SessionEntries> {
  const total = programmeMinutes(wish.topics)
  const end = usualStart.add({ minutes: Math.max(wish.formatMinutes, total) })
  const best = dates.find(({ warnings }) => warnings.length === 0) ?? dates[0]
  return {
    title: titleForWish(wish).slice(0, 200),
    date: best?.day.toString() ?? '',
    startTime: timeInField(usualStart),
    endTime: timeInField(end),
    ...(wish.chosenEvening && wallClockOf(wish.chosenEvening.start, wish.chosenEvening.end)),
    venueId: ownRoom(wish, venues)?.id ?? '',
    openness: wish.isPublic ? 'public' : 'closed',
    dosNumber: wish.dosNumber ?? '',
    programme: wish.topics.map(({ topicId, title, minutes }, index) => ({
      position: String(index + 1),
      title,
      minutes: String(minutes),
      topicId,
    })),
  }
}

/** The room of the council that asked, when it wants to sit there and we know one room of its municipality. */
function ownRoom({ venueKind, councils: [lead] }: Wish, venues: readonly Room[]): Room | undefined {
  if (venueKind !== 'councilChamber' || lead === undefined) return undefined
  const rooms = venues.filter(({ active, municipalityId }) => active && municipalityId === lead.municipalityId)
  return rooms.length === 1 ? rooms[0] : undefined
}

const numbersInWords = ['nul', 'een', 'twee', 'drie'] as const

/** Short enough for the subject of a mail and a line in a calendar: "Wonen in Leiderdorp", "Wonen en twee andere onderwerpen in de Leidse regio". */
function titleForWish({ topics, councils, regionName }: Wish): string {
  const joined = councils.filter(({ hasJoined }) => hasJoined).map(({ municipalityName }) => municipalityName)
  const where = regionName && joined.length > 1 ? regionInSentence(regionName) : joinNames(joined)
  const [first = 'Briefing', second, ...more] = topics.map(({ title }) => title.replace(/\?$/, ''))
  if (second === undefined) return `${first} in ${where}`
  const others =
    more.length === 0 ? lowerFirst(second) : `${numbersInWords[more.length + 1] ?? more.length + 1} andere onderwerpen`
  return `${first} en ${others} in ${where}`
}

/** The form of an evening as it is now. */
export function entriesOf(session: BriefingSession): SessionEntries {
  return {
    title: session.title,
    ...wallClockOf(session.start, session.end),
    venueId: session.venue?.id ?? '',
    onlineUrl: session.onlineUrl ?? '',
    capacity: session.capacity?.toString() ?? '',
    openness: session.isPublic ? 'public' : 'closed',
    explanation: session.explanation,
    dosNumber: session.dosNumber ?? '',
    speakerIds: session.speakers.map(({ speakerId }) => speakerId),
    programme: session.programme.map(({ title, minutes, topicId }, index) => ({
      position: String(index + 1),
      title,
      minutes: String(minutes),
      topicId: topicId ?? '',
    })),
  }
}
