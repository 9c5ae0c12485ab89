import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import type { SessionPlan } from '#app/domain/scheduling/session-plan.ts'
import type { Site } from '#app/domain/site.ts'
import { register } from '#app/use-cases/attending/register.ts'
import { planSession } from '#app/use-cases/scheduling/plan-session.ts'
import { publishSession } from '#app/use-cases/scheduling/publish-session.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { aSite, now } from './here-and-now.ts'
import { aPerson } from './people.ts'
import { aBareRequest } from './requests.ts'
import { aPlan } from './sessions.ts'

export type PublishedEvening = { id: string; linkToken: string; linkTokens: string[]; staffId: string }

/** An evening that councillors may register for, with the link of its (first) council. */
export async function aPublishedEvening(
  db: Db,
  plan: Partial<SessionPlan> = {},
  slugs: string[] = ['leiderdorp'],
  { site, at }: { site: Site; at: Temporal.Instant } = { site: aSite, at: now },
): Promise<PublishedEvening> {
  const id = randomUUID()
  const { personId: staffId } = await aPerson(db, [], 'Robin Gefingeerd', `robin-${id}@provincie.example`)
  const { reference, councilIds } = await aBareRequest(db, slugs)
  await planSession(db, site, { id, reference, councilIds, plan: aPlan(plan), staffId }, at)
  await publishSession(db, site, { id, version: 1, staffId }, at)
  const session = await findBriefingSession(db, id)
  const linkTokens = (session?.councils ?? []).map(({ linkToken }) => linkToken)
  return { id, linkToken: linkTokens[0] ?? '', linkTokens, staffId }
}

/** The way in for a councillor, as the form sends it. */
export async function registers(db: Db, linkToken: string, address: string, at = now, name = 'Ans de Verzonnene') {
  const person = { name, address, role: 'councillor', facility: undefined, question: undefined } as const
  await register(db, aSite, { linkToken, ...person }, at)
}

export type PostedMail = {
  kind: string
  recipient: string
  personId: string | null
  sequence: number | null
  messageId: string
  subject: string
  state: string
  raw: string
  calendar: PostedCalendar | undefined
}

export type PostedCalendar = {
  method: string
  uid: string
  sequence: number
  stampedAt: string
  attendees: string[]
  partstat: string
  cutype: string
  status: string
  summary: string
  description: string
  organizer: string
  /** Of the start, as the calendar writes it in Europe/Amsterdam. */
  hour: number
}

/** What is in the outbox for one evening, in the order of posting, its calendar part read by a parser. */
export async function mailsOf(db: Db, briefingSessionId: string): Promise<PostedMail[]> {
  const rows = await db
    .selectFrom('posted_mail')
    .selectAll()
    .where('briefing_session_id', '=', briefingSessionId)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    const raw = row.raw.toString('latin1')
    return {
      kind: row.kind,
      recipient: row.recipient,
      personId: row.person_id,
      sequence: row.sequence,
      messageId: row.message_id,
      subject: row.subject,
      state: row.state,
      raw,
      calendar: readCalendar(raw),
    }
  })
}

/** The calendar of a mail, from its base64 alternative. */
export function readCalendar(raw: string): PostedCalendar | undefined {
  const part = /Content-Type: text\/calendar;[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)
  if (!part?.[1]) return undefined
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(part[1], 'base64').toString('utf8')))
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) throw new Error('a calendar without an event')
  const attendees = event.getAllProperties('attendee')
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: String(event.getFirstPropertyValue('uid')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    stampedAt: String(event.getFirstPropertyValue('dtstamp')),
    attendees: attendees.map((attendee) => String(attendee.getFirstValue())),
    partstat: String(attendees[0]?.getParameter('partstat')),
    cutype: String(attendees[0]?.getParameter('cutype')),
    status: String(event.getFirstPropertyValue('status')),
    summary: String(event.getFirstPropertyValue('summary')),
    description: String(event.getFirstPropertyValue('description')),
    organizer: String(event.getFirstPropertyValue('organizer')),
    hour: Number(/T(\d\d)/.exec(String(event.getFirstPropertyValue('dtstart')))?.[1]),
  }
}

/** Pretends that every mail of an evening was taken by a server. */
export async function deliverAll(db: Db, briefingSessionId: string): Promise<void> {
  await db
    .updateTable('delivery')
    .from('outbox')
    .set({ state: 'sent', attempts: 1, sent_at: now.toString() })
    .whereRef('outbox.position', '=', 'delivery.position')
    .where('outbox.briefing_session_id', '=', briefingSessionId)
    .where('delivery.state', '=', 'pending')
    .execute()
}
