import { joinNames } from '#app/domain/catalogue/join-names.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { wallClockOf } from '#app/domain/scheduling/wall-clock.ts'
import type { SessionEntries } from './session-form.ts'

type Wish = {
  formatMinutes: number
  dosNumber: string | undefined
  isPublic: boolean
  topics: readonly { topicId: string; title: string; minutes: number }[]
  councils: readonly { municipalityName: string; hasJoined: boolean }[]
  preferredDates: readonly Temporal.PlainDate[]
}

const usualStart = Temporal.PlainTime.from('19:30')

/** How the form of a new evening starts: what the council asked for, on the first evening it prefers. */
export function entriesForWish(wish: Wish): Partial<SessionEntries> {
  const total = wish.topics.reduce((sum, { minutes }) => sum + minutes, 0)
  const end = usualStart.add({ minutes: Math.max(wish.formatMinutes, total) })
  const joined = wish.councils.filter(({ hasJoined }) => hasJoined).map(({ municipalityName }) => municipalityName)
  return {
    title: `Briefing voor ${joinNames(joined)}: ${joinNames(wish.topics.map(({ title }) => title))}`.slice(0, 200),
    date: wish.preferredDates[0]?.toString() ?? '',
    startTime: usualStart.toString({ smallestUnit: 'minute' }),
    endTime: end.toString({ smallestUnit: 'minute' }),
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
