import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { CalendarAnswer } from '#app/domain/inviting/calendar-event.ts'
import { councilVoices } from '#app/domain/inviting/council-voice.ts'
import type { EngagedReply } from '#app/domain/inviting/engagement.ts'
import type { Db } from '#db/connection.server.ts'
import { type Engagement, listClerkWords } from '#db/inviting/engaged-answers.ts'
import { listClerkReplies, listReplies } from '#db/inviting/replies.ts'
import { listCouncilClerks } from '#db/scheduling/council-clerks.ts'

export type Voice = { answer: CalendarAnswer; replies: EngagedReply[] }

/** What was answered so far. A clerk reads what her colleagues said as well: they speak for the same council. */
export async function voiceOf(db: Db, engagement: Engagement, now: Temporal.Instant): Promise<Voice> {
  const { councilId, personId, isLive } = engagement
  if (councilId && isLive) {
    const clerks = await listCouncilClerks(db, [councilId], dateInAmsterdam(now))
    if (clerks.some((clerk) => clerk.personId === personId)) return councilVoice(db, engagement)
  }
  const replies = await listReplies(db, { engagementId: engagement.id })
  return {
    answer: engagement.answer,
    replies: replies.map(({ answeredAt, ...reply }) => ({ ...reply, at: answeredAt })),
  }
}

/** The same for somebody who was let in for the council. */
export async function councilVoice(db: Db, { briefingSessionId, councilId = '', answer }: Engagement): Promise<Voice> {
  const words = await listClerkWords(db, briefingSessionId, councilId)
  const replies = await listClerkReplies(db, briefingSessionId, councilId)
  return {
    answer: councilVoices(words).get(councilId)?.answer ?? answer,
    replies: replies.map(({ answeredAt, ...reply }) => ({ ...reply, at: answeredAt })),
  }
}
