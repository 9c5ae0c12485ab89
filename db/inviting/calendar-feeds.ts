import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import { clerkRoles, staffRoles } from '#app/domain/access/viewer.ts'
import type { CalendarFeed, FeedHolder, FeedSubject } from '#app/domain/inviting/calendar-feed.ts'
import { roleHoldsOn } from '../access/roles.ts'
import type { Db, Trx } from '../connection.server.ts'
import { toInstant } from '../instant.ts'
import type { CalendarFeedTable, Database } from '../schema.ts'

/** A calendar whose holder may see it today. It ends by itself with the role it was made for, and with the person. */
export async function findLiveFeed(db: Db, id: string, now: Temporal.Instant): Promise<CalendarFeed | undefined> {
  const row = await named(db)
    .where('feed.id', '=', id)
    .where((eb) => mayStillSee(eb, now))
    .executeTakeFirst()
  return row && toCalendarFeed(row)
}

/** The calendars of one holder that have an address now. */
export async function listFeeds(db: Db, holder: FeedHolder, now: Temporal.Instant): Promise<CalendarFeed[]> {
  const rows = await named(db)
    .where((eb) => isHeldBy(eb, holder))
    .where((eb) => mayStillSee(eb, now))
    .orderBy('feed.kind')
    .orderBy('of')
    .limit(200)
    .execute()
  return rows.map(toCalendarFeed)
}

/** Gives it an address; nothing changes when it has one. False then. */
export async function openFeed(trx: Trx, subject: FeedSubject, now: Temporal.Instant): Promise<boolean> {
  const opened = await trx
    .insertInto('calendar_feed')
    .values({
      kind: subject.kind,
      person_id: 'personId' in subject ? subject.personId : null,
      council_id: 'councilId' in subject ? subject.councilId : null,
      region_id: 'regionId' in subject ? subject.regionId : null,
      speaker_id: 'speakerId' in subject ? subject.speakerId : null,
      opened_at: now.toString(),
    })
    .onConflict((conflict) =>
      conflict
        .constraint('one_feed_each')
        .doUpdateSet({ opened_at: now.toString(), ended_at: null })
        .where('calendar_feed.ended_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
  return opened !== undefined
}

type Which = { feedId: string; holder: FeedHolder; version: number }

/** The old address dies at once. Undefined when it is not this holder's, or was made new or ended since. */
export async function renewFeed(trx: Trx, which: Which): Promise<FeedRow | undefined> {
  return touch(trx, which, null)
}

/** The address dies, and no other comes in its place. */
export async function endFeed(trx: Trx, which: Which, now: Temporal.Instant): Promise<FeedRow | undefined> {
  return touch(trx, which, now.toString())
}

export type FeedRow = { kind: CalendarFeedTable['kind']; councilId: string | undefined }

async function touch(trx: Trx, which: Which, endedAt: string | null): Promise<FeedRow | undefined> {
  const row = await trx
    .updateTable('calendar_feed as feed')
    .set((eb) => ({ version: eb('version', '+', 1), ended_at: endedAt }))
    .where('feed.id', '=', which.feedId)
    .where('feed.version', '=', which.version)
    .where('feed.ended_at', 'is', null)
    .where((eb) => isHeldBy(eb, which.holder))
    .returning(['kind', 'council_id'])
    .executeTakeFirst()
  return row && { kind: row.kind, councilId: row.council_id ?? undefined }
}

type WithFeed = Database & { feed: CalendarFeedTable }
type Eb = ExpressionBuilder<WithFeed, 'feed'>

const isHeldBy = (eb: Eb, holder: FeedHolder) =>
  'personId' in holder
    ? eb('feed.person_id', '=', holder.personId)
    : eb.and([eb('feed.kind', '=', 'speaker'), eb('feed.speaker_id', '=', holder.speakerId)])

function mayStillSee(eb: Eb, now: Temporal.Instant) {
  const role = eb
    .selectFrom('person_role')
    .select('person_role.id')
    .whereRef('person_role.person_id', '=', 'feed.person_id')
    .where(roleHoldsOn(now))
  const clerkOfIt = role.where('role', 'in', [...clerkRoles]).whereRef('person_role.council_id', '=', 'feed.council_id')
  const person = eb.selectFrom('person as holder').select('holder.id').where('holder.erased_at', 'is', null)
  const speaker = eb.selectFrom('speaker as known').select('known.id').where('known.active', '=', true)
  const isPresent = eb.exists(person.whereRef('holder.id', '=', 'feed.person_id'))
  return eb.and([
    eb('feed.ended_at', 'is', null),
    eb.or([
      eb.and([eb('feed.kind', '=', 'person'), isPresent]),
      eb.and([eb('feed.kind', '=', 'council'), isPresent, eb.exists(clerkOfIt)]),
      eb.and([eb('feed.kind', '=', 'region'), isPresent, eb.exists(role.where('role', 'in', [...staffRoles]))]),
      eb.and([eb('feed.kind', '=', 'speaker'), eb.exists(speaker.whereRef('known.id', '=', 'feed.speaker_id'))]),
    ]),
  ])
}

function named(db: Db) {
  return db
    .selectFrom('calendar_feed as feed')
    .leftJoin('council', 'council.id', 'feed.council_id')
    .leftJoin('municipality', 'municipality.id', 'council.municipality_id')
    .leftJoin('region', 'region.id', 'feed.region_id')
    .leftJoin('speaker', 'speaker.id', 'feed.speaker_id')
    .selectAll('feed')
    .select(sql<string>`coalesce(municipality.name, region.name, speaker.name, '')`.as('of'))
}

function toCalendarFeed(row: Selectable<CalendarFeedTable> & { of: string }): CalendarFeed {
  return { id: row.id, version: row.version, of: row.of, openedAt: toInstant(row.opened_at), subject: toSubject(row) }
}

/** The check constraint holder_and_subject says that what a kind needs is there. */
function toSubject(row: Selectable<CalendarFeedTable>): FeedSubject {
  const { kind, person_id: personId, council_id: councilId, region_id: regionId, speaker_id: speakerId } = row
  if (kind === 'speaker') return { kind, speakerId: speakerId ?? '' }
  if (kind === 'council') return { kind, personId: personId ?? '', councilId: councilId ?? '' }
  if (kind === 'region') return { kind, personId: personId ?? '', regionId: regionId ?? '' }
  return { kind, personId: personId ?? '' }
}
