import type { SessionNews } from '#app/domain/scheduling/session-change.ts'
import type { Trx } from '#db/connection.server.ts'
import { type EngagedRecord, endEngagements } from '#db/inviting/engagements.ts'
import { type InviteeRecord, listInvitees } from '#db/inviting/invitees.ts'
import { listWhoNeverGotMail, supersedeOlderMail } from '#db/inviting/supersede.ts'
import type { Evening } from '#emails/inviting/evening.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import type { CalendarMail } from './post-calendar-mails.ts'
import type { EngagedEvent } from './write-engaged-mail.ts'

export type Leaver = {
  record: EngagedRecord
  /** She has a seat herself. */
  participant: InviteeRecord | undefined
  /** Her calendar has the entry: its REQUEST was sent and no CANCEL since. */
  wasTold: boolean
}

/**
 * Ends these engagements and returns the people to tell. Somebody whose REQUEST never left is not told; somebody who also has a seat keeps her calendar entry.
 */
export async function endLeaving(
  trx: Trx,
  briefingSessionId: string,
  leaving: readonly EngagedRecord[],
  now: Temporal.Instant,
): Promise<Leaver[]> {
  if (leaving.length === 0) return []
  const personIds = leaving.map(({ personId }) => personId)
  await endEngagements(
    trx,
    leaving.map(({ engagementId }) => engagementId),
    now,
  )
  const untouched = await listWhoNeverGotMail(trx, briefingSessionId, personIds)
  await supersedeOlderMail(trx, briefingSessionId, [...untouched])
  const invitees = await listInvitees(trx, briefingSessionId, personIds)
  return leaving
    .map((record) => ({
      record,
      participant: invitees.find(({ personId, place }) => personId === record.personId && place === 'seat'),
      wasTold: record.last !== undefined && !record.last.isCancelled && !untouched.has(record.personId),
    }))
    .filter(({ participant, wasTold }) => participant !== undefined || wasTold)
}

/** The event for the mail to somebody whose engagement ended. */
export function leftBy({ participant }: Leaver, news: SessionNews | undefined): EngagedEvent {
  return { kind: 'left', cause: causeOf(news), keepsEntry: participant !== undefined }
}

function causeOf(news: SessionNews | undefined) {
  if (news?.kind === 'lapsed') return { by: 'optionLapsed' } as const
  return news?.kind === 'cancelled'
    ? ({ by: 'eveningOff', reason: news.reason, requestEnds: news.requestEnds ?? false } as const)
    : ({ by: 'otherChoice' } as const)
}

type KeepingSeat = {
  participant: InviteeRecord
  evening: Evening
  /** That she no longer speaks; undefined when she never heard that she would. */
  left: CalendarMail['write'] | undefined
  news: SessionNews | undefined
}

/** She reads that she no longer speaks, and her calendar gets the participant's entry; unless everybody is told of this news anyway, which brings it. */
export function asParticipant({ participant, evening, left, news }: KeepingSeat): CalendarMail {
  const entry: CalendarMail['write'] = (invitee, stamp) => invitation({ evening, invitee, stamp, occasion: 'resent' })
  if (left === undefined) return { invitee: participant, write: entry, keepsEntry: true }
  const isToldAnyway =
    news?.kind === 'cancelled' || (news?.kind === 'changed' && (news.asksAgain || participant.answer !== 'no'))
  const both: CalendarMail['write'] = (to, stamp) => ({ ...left(to, stamp), calendar: entry(to, stamp).calendar })
  return { invitee: participant, write: isToldAnyway ? left : both, keepsEntry: true }
}
