import { sql } from 'kysely'
import type { InboxState, inboxDoorWords } from '#app/domain/inviting/inbox-words.ts'
import type { Db } from '../connection.server.ts'
import { toInstant, toOptionalInstant } from '../instant.ts'
import { idOrNobody, isUuid } from '../uuid.ts'
import { peopleCalled } from './outbox-list.ts'

export type InboxFilter = {
  state: InboxState | undefined
  briefingSessionId: string | undefined
  /** A whole address of somebody we know when there is an @ in it; else part of her name. */
  sender: string
  /** Only mail that came before this one: its moment and its id. */
  before: { receivedAt: string; id: string } | undefined
}

export type ListedIncoming = {
  id: string
  /** The first lines, enough for from and subject. */
  head: Buffer
  state: InboxState
  finding: string | undefined
  decision: string | undefined
  personName: string | undefined
  session: { id: string; title: string } | undefined
  receivedAt: Temporal.Instant
  isPurged: boolean
}

const incomingPerPage = 50
const headBytes = 16_384

/** One page of mail that came in, newest first; `next` is where the following page begins. */
export async function listInbox(
  db: Db,
  filter: InboxFilter,
): Promise<{ mails: ListedIncoming[]; next: { receivedAt: string; id: string } | undefined }> {
  const { state, briefingSessionId, sender, before } = filter
  const rows = await db
    .selectFrom('inbox')
    .leftJoin('person', 'person.id', 'inbox.person_id')
    .leftJoin('briefing_session', 'briefing_session.id', 'inbox.briefing_session_id')
    .select(['inbox.id', 'inbox.state', 'inbox.finding', 'inbox.decision', 'inbox.received_at', 'inbox.purged_at'])
    .select(['inbox.briefing_session_id', 'person.name', 'briefing_session.title'])
    .select(sql<Buffer>`substring(inbox.raw from 1 for ${headBytes})`.as('head'))
    .$if(state !== undefined, (query) => query.where('inbox.state', '=', state ?? 'received'))
    .$if(briefingSessionId !== undefined, (query) =>
      query.where('inbox.briefing_session_id', '=', idOrNobody(briefingSessionId)),
    )
    .$if(sender !== '', (query) =>
      query.where('inbox.person_id', 'in', sender.includes('@') ? holdersOf(db, sender) : peopleCalled(db, sender)),
    )
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(inbox.received_at, inbox.id) < (${before?.receivedAt}::timestamptz, ${idOrNobody(before?.id)}::uuid)`,
      ),
    )
    .orderBy('inbox.received_at', 'desc')
    .orderBy('inbox.id', 'desc')
    .limit(incomingPerPage + 1)
    .execute()
  const shown = rows.slice(0, incomingPerPage)
  const last = shown.at(-1)
  return {
    mails: shown.map((row) => ({
      id: row.id,
      head: row.head,
      state: row.state,
      finding: row.finding ?? undefined,
      decision: row.decision ?? undefined,
      personName: row.name ?? undefined,
      session:
        row.briefing_session_id !== null && row.title !== null
          ? { id: row.briefing_session_id, title: row.title }
          : undefined,
      receivedAt: toInstant(row.received_at),
      isPurged: row.purged_at !== null,
    })),
    next: rows.length > incomingPerPage && last ? { receivedAt: last.received_at, id: last.id } : undefined,
  }
}

/** Whoever is reached at this address, by itself or as a second one. */
function holdersOf(db: Db, address: string) {
  return db
    .selectFrom('email_address')
    .innerJoin('person as holder', 'holder.email_address_id', 'email_address.id')
    .select('holder.id')
    .where('email_address.address', '=', address)
    .union(
      db
        .selectFrom('email_address')
        .innerJoin('person_alias', 'person_alias.email_address_id', 'email_address.id')
        .select('person_alias.person_id as id')
        .where('email_address.address', '=', address),
    )
}

export type InboxMailFound = {
  id: string
  raw: Buffer
  door: keyof typeof inboxDoorWords
  state: InboxState
  finding: string | undefined
  decision: string | undefined
  reason: string | undefined
  receivedAt: Temporal.Instant
  processedAt: Temporal.Instant | undefined
  purgedAt: Temporal.Instant | undefined
  person: { id: string; name: string; calendarToken: string; linkVersion: number } | undefined
  session: { id: string; title: string } | undefined
}

/** One mail that came in; undefined when there is none, or not any more. */
export async function findInboxMail(db: Db, id: string): Promise<InboxMailFound | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db
    .selectFrom('inbox')
    .leftJoin('person', 'person.id', 'inbox.person_id')
    .leftJoin('briefing_session', 'briefing_session.id', 'inbox.briefing_session_id')
    .selectAll('inbox')
    .select(['person.name', 'person.calendar_token', 'person.link_version', 'briefing_session.title'])
    .where('inbox.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { person_id, name, calendar_token, link_version, briefing_session_id, title } = row
  return {
    id: row.id,
    raw: row.raw,
    door: row.door,
    state: row.state,
    finding: row.finding ?? undefined,
    decision: row.decision ?? undefined,
    reason: row.reason ?? undefined,
    receivedAt: toInstant(row.received_at),
    processedAt: toOptionalInstant(row.processed_at),
    purgedAt: toOptionalInstant(row.purged_at),
    person:
      person_id !== null && name !== null && calendar_token !== null && link_version !== null
        ? { id: person_id, name, calendarToken: calendar_token, linkVersion: link_version }
        : undefined,
    session: briefing_session_id !== null && title !== null ? { id: briefing_session_id, title } : undefined,
  }
}
