import { randomUUID } from 'node:crypto'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { foreseePublishing, publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { deliverAll, mailsOf, registers } from './evenings.ts'
import { aSite, now } from './here-and-now.ts'
import { aPerson } from './people.ts'
import { aBareRequest } from './requests.ts'
import { aPlan, aSpeaker, aVenue } from './sessions.ts'

/** Who speaks, where, and who comes. */
export const noor = 'noor@spreker.example'
export const room = 'raadzaal@zalen.example'
export const ans = 'ans@raadslid.example'

/** A published evening with one speaker and a room that both have an address, and one councillor; everything was delivered. */
export async function anEngagedEvening(db: Db, over: Partial<SessionPlan> = {}) {
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', 'robin@provincie.example')
  const speakerId = await aSpeaker(db, 'Noor Voorbeeld', noor, ['wonen'])
  const venueId = await aVenue(db, 'Raadzaal', 60, room)
  const programme = [
    { title: 'Welkom', minutes: 10, topicId: undefined },
    { title: 'Wonen', minutes: 45, topicId: 'wonen' },
  ]
  const plan = aPlan({ speakerIds: [speakerId], venueId, programme, ...over })
  const id = randomUUID()
  const request = await aBareRequest(db, ['leiderdorp', 'oegstgeest'])
  await planSession(db, aSite, { ...request, id, plan, staffId }, now)
  const input = { id, version: 1, staffId }
  const foreseen = await foreseePublishing(db, aSite, input, now)
  await publishSession(db, aSite, input, now)
  const session = await findBriefingSession(db, id)
  await registers(db, session?.councils[0]?.linkToken ?? '', ans)
  const firstMails = await mailsOf(db, id)
  await deliverAll(db, id)
  const change = async (next: Partial<SessionPlan>, tellAboutText = false, at = now.add({ hours: 1 })) => {
    const version = (await findBriefingSession(db, id))?.version ?? 0
    await changeSession(db, aSite, { id, version, plan: { ...plan, ...next }, tellAboutText, staffId }, at)
  }
  return { id, plan, staffId, speakerId, venueId, foreseen, firstMails, change }
}
