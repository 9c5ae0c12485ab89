import type { BriefingSession } from './briefing-session.ts'

/** What staff fill in: everything about an evening that is not its history. */
export type SessionPlan = {
  title: string
  start: Temporal.Instant
  end: Temporal.Instant
  venueId: string | undefined
  onlineUrl: string | undefined
  dosNumber: string | undefined
  capacity: number | undefined
  isPublic: boolean
  explanation: string
  programme: { title: string; minutes: number; topicId: string | undefined }[]
  speakerIds: string[]
}

export type HeldRange = { from: Temporal.Instant; until: Temporal.Instant }

/** Before: to build up and to get there. After: to clear the room and to get away. */
const bufferMinutes = 30

/** How long a speaker and a room are taken by an evening; the database refuses what overlaps. */
export function heldRange({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }): HeldRange {
  return { from: start.subtract({ minutes: bufferMinutes }), until: end.add({ minutes: bufferMinutes }) }
}

/** True when the evening already is as planned: a form that was sent twice. */
export function isAsPlanned(session: BriefingSession, plan: SessionPlan): boolean {
  return asText(planOf(session)) === asText(plan)
}

export function planOf(session: BriefingSession): SessionPlan {
  return {
    title: session.title,
    start: session.start,
    end: session.end,
    venueId: session.venue?.id,
    onlineUrl: session.onlineUrl,
    dosNumber: session.dosNumber,
    capacity: session.capacity,
    isPublic: session.isPublic,
    explanation: session.explanation,
    programme: session.programme.map(({ title, minutes, topicId }) => ({ title, minutes, topicId })),
    speakerIds: session.speakers.map(({ speakerId }) => speakerId),
  }
}

function asText(plan: SessionPlan): string {
  return JSON.stringify([
    plan.title,
    plan.start.epochMilliseconds,
    plan.end.epochMilliseconds,
    plan.venueId ?? null,
    plan.onlineUrl ?? null,
    plan.dosNumber ?? null,
    plan.capacity ?? null,
    plan.isPublic,
    plan.explanation,
    plan.programme.map(({ title, minutes, topicId }) => [title, minutes, topicId ?? null]),
    [...plan.speakerIds].sort(),
  ])
}
