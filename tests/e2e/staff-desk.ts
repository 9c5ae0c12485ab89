import { randomUUID } from 'node:crypto'
import type { Site } from '#app/domain/site.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { anInvitee, stamp } from '#tests/support/answers.ts'
import { inWeeks } from '#tests/support/here-and-now.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aPlan, aRegistration } from '#tests/support/sessions.ts'
import { answering } from '#tests/unit/mail-intake/answer-mail.ts'

/** Where things are made, and who is about to send a form: an administrator, who may do everything that staff may. */
export type Desk = { db: Db; site: Site; staff: { personId: string; emailAddressId: string } }

/** What staff fill in for an evening. */
export function sessionForm({ weeks = 8 } = {}): Record<string, string> {
  return {
    title: 'Wonen in Voorschoten',
    date: inWeeks(weeks).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString(),
    startTime: '19:30',
    endTime: '21:00',
    onlineUrl: 'https://uitzending.example/voorschoten',
    openness: 'public',
    dosNumber: 'DOS-2026-0001081',
    'programme[0].position': '1',
    'programme[0].title': 'Wonen',
    'programme[0].minutes': '45',
  }
}

/** What staff fill in to propose one evening. */
export function proposalForm(): Record<string, string> {
  const date = inWeeks(8).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString()
  return {
    version: '1',
    'first.date': date,
    'first.startTime': '19.30',
    'first.endTime': '21.00',
    'first.reason': 'Dan is de raadzaal vrij.',
  }
}

type Evening = { id: string; version: string; linkToken: string; linkTokens: string[]; staffId: string }

/** An evening that a colleague planned, and published unless told otherwise. */
export async function anEvening(
  { db, site }: Desk,
  { isPublished = true, speakerIds = [] as string[] } = {},
): Promise<Evening> {
  const { reference, councilIds } = await aBareRequest(db, ['voorschoten'])
  const { personId: staffId } = await aPerson(db, [{ role: 'planner' }])
  const [id, start] = [randomUUID(), inWeeks(8)]
  const plan = aPlan({ start, end: start.add({ minutes: 90 }), speakerIds })
  await planSession(db, site, { id, reference, councilIds, plan, staffId }, Temporal.Now.instant())
  if (isPublished) await publishSession(db, site, { id, version: 1, staffId }, Temporal.Now.instant())
  const { version } = await db
    .selectFrom('briefing_session')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { link_token } = await db
    .selectFrom('briefing_session_council')
    .select('link_token')
    .where('briefing_session_id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, version: String(version), linkToken: link_token, linkTokens: [link_token], staffId }
}

/** Somebody with a seat at an evening of her own. */
export async function aMember(desk: Desk): Promise<{ id: string; registrationId: string; personId: string }> {
  const { id } = await anEvening(desk)
  const { council_id } = await desk.db
    .selectFrom('briefing_session_council')
    .select('council_id')
    .where('briefing_session_id', '=', id)
    .executeTakeFirstOrThrow()
  const registrationId = await aRegistration(desk.db, id, council_id, `${randomUUID()}@prive.example`)
  const { person_id } = await desk.db
    .selectFrom('registration')
    .select('person_id')
    .where('id', '=', registrationId)
    .executeTakeFirstOrThrow()
  return { id, registrationId, personId: person_id }
}

/** A yes from another address than the one that was invited. */
export async function anUnknownReply(desk: Desk): Promise<{ inboxId: string; registrationId: string }> {
  const at = await anEvening(desk)
  const address = `roos-${randomUUID()}@prive.example`
  const invitee = await anInvitee(desk.db, { address, name: 'Roos Verzonnen', at, site: desk.site })
  const home = `thuis-${randomUUID()}@elders.example`
  const moment = Temporal.Now.instant().subtract({ seconds: 60 })
  await invitee.answers(
    { attendees: [answering('ACCEPTED', home)], stamp: stamp(moment) },
    { from: `Roos thuis <${home}>` },
    moment,
  )
  const { id } = await desk.db.selectFrom('inbox').select('id').where('sender', '=', home).executeTakeFirstOrThrow()
  return { inboxId: id, registrationId: invitee.registrationId }
}
