import { versionAfterCancel } from '#app/domain/inviting/calendar-event.ts'
import { councilVoices } from '#app/domain/inviting/council-voice.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { freedInWords } from '#app/domain/scheduling/freed-slot.ts'
import { staffSessionPath } from '#app/domain/scheduling/session-links.ts'
import type { Site } from '#app/domain/site.ts'
import { engagePeople } from '#app/use-cases/inviting/engage-people.ts'
import { postMessage } from '#app/use-cases/inviting/post-message.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { listEngaged } from '#db/inviting/engagements.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { listStaffToNotify } from '#db/requesting/staff-to-notify.ts'
import { releaseSlot } from '#db/scheduling/bookings.ts'
import { listExpiredOptions, markLapsed } from '#db/scheduling/briefing-session-writes.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { listWhomToCall } from '#db/scheduling/session-mails.ts'
import { moveRequestsOfSession } from '#db/scheduling/session-requests.ts'
import { optionLapsedStaff } from '#emails/scheduling/option-lapsed-staff.ts'
import { eveningOf } from './evening-of.ts'

const optionsAtATime = 50

/** Ends every option whose time is over, each in a transaction of its own; also in recess, because a CANCEL never waits. Safe to run twice. */
export async function expireOptions(db: Db, site: Site, now: Temporal.Instant): Promise<number> {
  let expired = 0
  for (const id of await listExpiredOptions(db, now, optionsAtATime))
    if (await db.transaction().execute((trx) => expireOption(trx, site, id, now))) expired++
  return expired
}

/**
 * The slot is free, whoever held it gets a CANCEL, the evening is a draft again and its request is back with staff. An evening that was published or
 * extended meanwhile stays what it is: the lock decides who was first. False then.
 */
export async function expireOption(trx: Trx, site: Site, id: string, now: Temporal.Instant): Promise<boolean> {
  const session = await lockBriefingSession(trx, id)
  const expiresAt = session?.optionExpiresAt
  if (session?.status !== 'option' || expiresAt === undefined || Temporal.Instant.compare(expiresAt, now) > 0)
    return false
  const holders = await listEngaged(trx, id, ['clerk'])
  const voices = councilVoices(holders.map(({ subjectId, ...holder }) => ({ ...holder, councilId: subjectId })))
  const agreed = [...voices.values()].filter(({ answer }) => answer === 'yes').map(({ councilId }) => councilId)
  await markLapsed(trx, id, versionAfterCancel(session).sequence, now)
  await releaseSlot(trx, id)
  await moveRequestsOfSession(trx, id, 'inTreatment', now)
  const actor = { kind: 'system' } as const
  await recordAuditEvent(trx, { actor, action: 'briefingSession.optionLapsed', briefingSessionId: id }, now)
  for (const { briefingRequestId } of session.requests)
    await recordAuditEvent(
      trx,
      { actor, action: 'briefingRequest.optionLapsed', briefingRequestId, briefingSessionId: id },
      now,
    )
  const news = { kind: 'lapsed' } as const
  await engagePeople(trx, site, { briefingSessionId: id, news, statusBefore: 'option' }, now)
  await tellStaff(trx, site, { session, agreed }, now)
  return true
}

async function tellStaff(
  trx: Trx,
  site: Site,
  { session, agreed }: { session: BriefingSession; agreed: readonly string[] },
  now: Temporal.Instant,
): Promise<void> {
  const councils = session.councils.map(({ municipalityName }) => municipalityName)
  const toCall = await listWhomToCall(trx, session.id)
  const saidYes = session.councils.filter(({ councilId }) => agreed.includes(councilId))
  for (const colleague of await listStaffToNotify(trx, undefined, now)) {
    const content = optionLapsedStaff({
      name: colleague.name,
      evening: eveningOf(session, ''),
      councils,
      agreed: saidYes.map(({ municipalityName }) => municipalityName),
      freed: freedInWords(session, 'since'),
      toCall,
      sessionUrl: `${site.baseUrl}${staffSessionPath(session.id)}`,
    })
    const { personId } = colleague
    const mail = {
      dedupeKey: `${content.kind}:${session.id}:${personId}:${session.version}`,
      lane: `person:${personId}`,
    }
    await postMessage(trx, site, { content, to: colleague, ...mail, personId, briefingSessionId: session.id }, now)
  }
}
