import { versionAfterCancel } from '#app/domain/inviting/calendar-event.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import type { Site } from '#app/domain/site.ts'
import { findWaitingPosition } from '#db/attending/seats.ts'
import type { Trx } from '#db/connection.server.ts'
import { findInvitee } from '#db/inviting/invitees.ts'
import { raiseSequence } from '#db/inviting/sequence.ts'
import { alreadyRegistered } from '#emails/inviting/already-registered.ts'
import type { Evening } from '#emails/inviting/evening.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import { waitingList } from '#emails/inviting/waiting-list.ts'
import { postCalendarMails } from './post-calendar-mails.ts'

export type SendInvitation = {
  /** Locked by the caller. */
  session: BriefingSession
  personId: string
  eveningFor: (councilId: string) => Evening
  occasion: 'registered' | 'again' | 'seatFreed' | 'resent'
}

/** Sends one person what belongs to her place: the invitation for a seat, or word of the waiting list. */
export async function sendInvitation(
  trx: Trx,
  site: Site,
  { session, personId, eveningFor, occasion }: SendInvitation,
  now: Temporal.Instant,
): Promise<void> {
  const invitee = await findInvitee(trx, session.id, personId)
  if (invitee === undefined) return
  const evening = eveningFor(invitee.councilId)
  if (invitee.place === 'waiting') {
    const position = (await findWaitingPosition(trx, session.id, personId)) ?? 1
    const write = (to: Parameters<typeof waitingList>[0]['invitee']) => waitingList({ evening, invitee: to, position })
    return postCalendarMails(trx, site, { session, mails: [{ invitee, write }] }, now)
  }
  const current = await aboveItsCancel(trx, session, invitee.last)
  await postCalendarMails(
    trx,
    site,
    {
      session: current,
      mails: [
        {
          invitee,
          write: (to, stamp) =>
            occasion === 'again'
              ? alreadyRegistered({ evening, invitee: to, stamp })
              : invitation({ evening, invitee: to, stamp, occasion }),
        },
      ],
    },
    now,
  )
}

/** Who left and comes back needs a SEQUENCE above that of her CANCEL, or calendars keep the entry deleted (RFC 5546 §2.1.4). */
async function aboveItsCancel(
  trx: Trx,
  session: BriefingSession,
  last: { sequence: number; isCancelled: boolean } | undefined,
): Promise<BriefingSession> {
  if (!last?.isCancelled || last.sequence < session.sequence) return session
  const { sequence } = versionAfterCancel(session)
  await raiseSequence(trx, session.id, sequence)
  return { ...session, sequence }
}
