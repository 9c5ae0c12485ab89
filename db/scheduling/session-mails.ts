import { type RawBuilder, sql } from 'kysely'
import { dateInAmsterdam } from '#app/domain/calendar-text.ts'
import type { WithheldReason } from '#app/domain/inviting/outbox-words.ts'
import { nameInSubject } from '#app/domain/inviting/subject-name.ts'
import { type InCalendar, kindsToClerks } from '#app/domain/scheduling/session-words.ts'
import type { Db } from '../connection.server.ts'
import { listCouncilClerks } from './council-clerks.ts'

export type ForeseenMails = {
  /** `name` is what the subject says it is. */
  kinds: { kind: string; name: string; calendar: InCalendar; mails: number }[]
  /** Mails that stay here until somebody does something. */
  withheld: { reason: WithheldReason; mails: number }[]
  /** The municipalities whose clerks hear of it, and those of the evening that have no clerk here. */
  clerksOf: string[]
  withoutClerk: string[]
  /** Names of speakers and rooms without an address, before the step or after it, whom staff have to call. */
  toCall: string[]
}

/** The mails that the transaction of this moment made for an evening. */
export async function findMailsMadeAt(
  db: Db,
  { id: briefingSessionId, tellsClerks }: { id: string; tellsClerks: boolean },
  moment: Temporal.Instant,
): Promise<ForeseenMails> {
  const made = await countMailsMadeAt(db, sql<boolean>`briefing_session_id = ${briefingSessionId}`, moment)
  return {
    ...made,
    ...(await listCouncilsTold(db, { id: briefingSessionId, tellsClerks }, moment)),
    toCall: await listWhomToCall(db, briefingSessionId),
  }
}

type RequestAndEvenings = {
  briefingRequestId: string
  /** Every evening of the request, and which of them it ended: who has a part in those hears of it, or has to. */
  briefingSessionIds: readonly string[]
  ended: readonly { id: string; tellsClerks: boolean }[]
}

/** The mails that the transaction of this moment made for a request and the evenings it ends or leaves. */
export async function findRequestMailsMadeAt(
  db: Db,
  { briefingRequestId, briefingSessionIds, ended }: RequestAndEvenings,
  moment: Temporal.Instant,
): Promise<ForeseenMails> {
  const about = sql<boolean>`(briefing_request_id = ${briefingRequestId} or briefing_session_id = any(${[...briefingSessionIds]}::uuid[]))`
  const told = await Promise.all(
    ended.map(async (each) => ({
      ...(await listCouncilsTold(db, each, moment)),
      toCall: await listWhomToCall(db, each.id),
    })),
  )
  const eachOnce = (names: (of: (typeof told)[number]) => string[]) => [...new Set(told.flatMap(names))].sort()
  return {
    ...(await countMailsMadeAt(db, about, moment)),
    clerksOf: eachOnce(({ clerksOf }) => clerksOf),
    withoutClerk: eachOnce(({ withoutClerk }) => withoutClerk),
    toCall: eachOnce(({ toCall }) => toCall),
  }
}

/** Whether an entry comes or goes is how the invitation stands after it. */
const inCalendar = sql<InCalendar>`case
  when sequence is null then 'none'
  when exists (
    select from invitation
    where invitation.briefing_session_id = posted_mail.briefing_session_id
      and invitation.person_id = posted_mail.person_id and invitation.state = 'cancelled'
  ) then 'cancel'
  else 'request' end`

/** `about` says of which rows, in the outbox and among the withheld mails alike. */
async function countMailsMadeAt(
  db: Db,
  about: RawBuilder<boolean>,
  moment: Temporal.Instant,
): Promise<Pick<ForeseenMails, 'kinds' | 'withheld'>> {
  // A later mail of the same transaction may have taken the place of an earlier one.
  const made = db
    .selectFrom('posted_mail')
    .select(['kind', 'subject'])
    .select(inCalendar.as('calendar'))
    .where(about)
    .where('created_at', '=', moment.toString())
    .where('posted_mail.state', '<>', 'superseded')
  const bySubject = await db
    .selectFrom(made.as('made'))
    .select(['kind', 'calendar', 'subject'])
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .groupBy(['kind', 'calendar', 'subject'])
    .orderBy('kind')
    .orderBy('calendar')
    .orderBy('subject')
    .execute()
  const withheld = await db
    .selectFrom('withheld_mail')
    .select('reason')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .where(about)
    .where('withheld_at', '=', moment.toString())
    .groupBy('reason')
    .orderBy('reason')
    .execute()
  return { kinds: byName(bySubject), withheld }
}

type Counted = Omit<ForeseenMails['kinds'][number], 'name'> & { subject: string }

/** Subjects that differ only in title or number are one line. */
function byName(counted: readonly Counted[]): ForeseenMails['kinds'] {
  const lines = new Map<string, ForeseenMails['kinds'][number]>()
  for (const { kind, calendar, subject, mails } of counted) {
    const name = nameInSubject(subject)
    const key = `${kind} ${calendar} ${name}`
    lines.set(key, { kind, name, calendar, mails: mails + (lines.get(key)?.mails ?? 0) })
  }
  return [...lines.values()]
}

/** Which councils of an evening hear of it through their clerks, and which have none. Unless it `tellsClerks` anyway, a step that wrote to none was not for them. */
async function listCouncilsTold(
  db: Db,
  { id: briefingSessionId, tellsClerks }: { id: string; tellsClerks: boolean },
  moment: Temporal.Instant,
): Promise<Pick<ForeseenMails, 'clerksOf' | 'withoutClerk'>> {
  const councils = await db
    .selectFrom('briefing_session_council')
    .innerJoin('council', 'council.id', 'briefing_session_council.council_id')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['council.id', 'municipality.name'])
    .where('briefing_session_council.briefing_session_id', '=', briefingSessionId)
    .orderBy('municipality.name')
    .execute()
  const toClerks = await db
    .selectFrom('outbox')
    .select('person_id')
    .where('briefing_session_id', '=', briefingSessionId)
    .where('created_at', '=', moment.toString())
    .where('kind', 'in', kindsToClerks)
    .union(
      db
        .selectFrom('withheld_mail')
        .select('person_id')
        .where('briefing_session_id', '=', briefingSessionId)
        .where('withheld_at', '=', moment.toString())
        .where('kind', 'in', kindsToClerks),
    )
    .execute()
  if (toClerks.length === 0 && !tellsClerks) return { clerksOf: [], withoutClerk: [] }
  const told = new Set(toClerks.map(({ person_id }) => person_id))
  const councilIds = councils.map(({ id }) => id)
  const clerks = await listCouncilClerks(db, councilIds, dateInAmsterdam(moment))
  const clerksIn = (councilId: string) => clerks.filter((each) => each.councilId === councilId)
  return {
    clerksOf: councils.flatMap(({ id, name }) => (clerksIn(id).some(({ personId }) => told.has(personId)) ? name : [])),
    withoutClerk: councils.flatMap(({ id, name }) => (clerksIn(id).length === 0 ? name : [])),
  }
}

/** Speakers and the room of an evening whom no mail can reach. */
export async function listWhomToCall(db: Db, briefingSessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('speaker_booking as booking')
    .innerJoin('speaker', 'speaker.id', 'booking.speaker_id')
    .select('speaker.name')
    .where('booking.briefing_session_id', '=', briefingSessionId)
    .where('speaker.email_address_id', 'is', null)
    .union(
      db
        .selectFrom('venue_booking as booking')
        .innerJoin('venue', 'venue.id', 'booking.venue_id')
        .select('venue.name')
        .where('booking.briefing_session_id', '=', briefingSessionId)
        .where('venue.email_address_id', 'is', null),
    )
    .orderBy('name')
    .limit(50)
    .execute()
  return rows.map(({ name }) => name)
}

/** How far the mails of an evening have come: "212 van 430 verzonden". */
export type MailProgress = { total: number; sent: number; waiting: number; failed: number; withheld: number }

export async function countMails(db: Db, briefingSessionId: string): Promise<MailProgress> {
  const row = await db
    .selectFrom('posted_mail')
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      sql<number>`count(*) filter (where state = 'sent')`.as('sent'),
      sql<number>`count(*) filter (where state in ('pending', 'sending', 'inDoubt'))`.as('waiting'),
      sql<number>`count(*) filter (where state = 'failed')`.as('failed'),
      sql<number>`count(*) filter (where state = 'held')`.as('held'),
    ])
    .where('briefing_session_id', '=', briefingSessionId)
    .where('state', '<>', 'superseded')
    .executeTakeFirstOrThrow()
  const withheld = await db
    .selectFrom('withheld_mail')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .where('briefing_session_id', '=', briefingSessionId)
    .where('resolved_at', 'is', null)
    .executeTakeFirstOrThrow()
  const { total, sent, waiting, failed, held } = row
  return { total: total - held, sent, waiting, failed, withheld: withheld.mails + held }
}
