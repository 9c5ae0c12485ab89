import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../connection.server.ts'

export type ForeseenMails = {
  kinds: { kind: string; mails: number }[]
  /** How many mails stay here because something is missing: an address, or the dossier number. */
  withheld: number
  /** Names of speakers without an address, whom staff have to call. */
  toCall: string[]
}

/** The mails that the transaction of this moment made for an evening. */
export async function findMailsMadeAt(
  db: Db,
  briefingSessionId: string,
  moment: Temporal.Instant,
): Promise<ForeseenMails> {
  const made = await countMailsMadeAt(db, sql<boolean>`briefing_session_id = ${briefingSessionId}`, moment)
  return { ...made, toCall: await listSpeakersToCall(db, briefingSessionId) }
}

/** The mails that the transaction of this moment made for a request and the evenings it ends. */
export async function findRequestMailsMadeAt(
  db: Db,
  { briefingRequestId, briefingSessionIds }: { briefingRequestId: string; briefingSessionIds: readonly string[] },
  moment: Temporal.Instant,
): Promise<ForeseenMails> {
  const about = sql<boolean>`(briefing_request_id = ${briefingRequestId} or briefing_session_id = any(${[...briefingSessionIds]}::uuid[]))`
  return { ...(await countMailsMadeAt(db, about, moment)), toCall: [] }
}

/** `about` says of which rows, in the outbox and among the withheld mails alike. */
async function countMailsMadeAt(
  db: Db,
  about: RawBuilder<boolean>,
  moment: Temporal.Instant,
): Promise<Omit<ForeseenMails, 'toCall'>> {
  const kinds = await db
    .selectFrom('outbox')
    .select('kind')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .where(about)
    .where('created_at', '=', moment.toString())
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  const withheld = await db
    .selectFrom('withheld_mail')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .where(about)
    .where('withheld_at', '=', moment.toString())
    .executeTakeFirstOrThrow()
  return { kinds, withheld: withheld.mails }
}

/** Speakers of an evening whom no mail can reach. */
async function listSpeakersToCall(db: Db, briefingSessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('speaker_booking')
    .innerJoin('speaker', 'speaker.id', 'speaker_booking.speaker_id')
    .select('speaker.name')
    .where('speaker_booking.briefing_session_id', '=', briefingSessionId)
    .where('speaker.email_address_id', 'is', null)
    .orderBy('speaker.name')
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
