import { assertOpenForAnswers } from '#app/domain/attending/open-for-answers.ts'
import { NotFound } from '#app/domain/refusal.ts'
import { findLiveRegistration, setFacility } from '#db/attending/registrations.ts'
import type { Db } from '#db/connection.server.ts'
import { recordAuditEvent } from '#db/overseeing/audit-events.ts'
import { lockBriefingSession } from '#db/scheduling/briefing-sessions.ts'

export type ChangeFacility = { briefingSessionId: string; personId: string; facility: string | undefined }

/**
 * What somebody needs to take part; undefined for nothing. The audit says that it changed, not into what: it may tell of a
 * person's health.
 * @throws NotFound, or Refusal session-closed
 */
export async function changeFacility(db: Db, input: ChangeFacility, now: Temporal.Instant): Promise<void> {
  const { briefingSessionId, personId, facility } = input
  await db.transaction().execute(async (trx) => {
    const session = await lockBriefingSession(trx, briefingSessionId)
    const registration = session && (await findLiveRegistration(trx, briefingSessionId, personId))
    if (session === undefined || registration === undefined) throw new NotFound('registration')
    assertOpenForAnswers(session, now)
    if (registration.facility === facility) return
    await setFacility(trx, registration.id, facility)
    const { councilId } = registration
    const actor = { kind: 'councillor', personId } as const
    await recordAuditEvent(trx, { actor, action: 'registration.facilityChanged', briefingSessionId, councilId }, now)
  })
}
