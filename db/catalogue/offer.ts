import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Letter, SessionFormat, SupportOffer, Topic } from '#app/domain/catalogue/offer.ts'
import type { Db } from '../connection.server.ts'

/** The whole catalogue with role cards and regional points, in one query. */
export async function listTopics(db: Db): Promise<Topic[]> {
  const rows = await selectTopics(db).orderBy('topic.position').execute()
  return rows.map(toTopic)
}

export async function findTopic(db: Db, id: string): Promise<Topic | undefined> {
  const row = await selectTopics(db).where('topic.id', '=', id).executeTakeFirst()
  return row && toTopic(row)
}

function selectTopics(db: Db) {
  return db
    .selectFrom('topic')
    .select((query) => [
      'topic.id',
      'topic.position',
      'topic.title',
      'topic.summary',
      'topic.summary_source',
      'topic.minutes_short',
      'topic.minutes_standard',
      'topic.always_first',
      'topic.shows_water_authority',
      'topic.may_be_confidential',
      'topic.questions',
      'topic.support_ids',
      jsonArrayFrom(
        query.selectFrom('role_card').select(['party', 'text', 'source']).whereRef('topic_id', '=', 'topic.id'),
      ).as('roleCards'),
      jsonArrayFrom(
        query
          .selectFrom('regional_point')
          .select(['region_id as regionId', 'text', 'source'])
          .whereRef('topic_id', '=', 'topic.id')
          .orderBy('region_id')
          .orderBy('position'),
      ).as('regionalPoints'),
    ])
}

type TopicRow = Awaited<ReturnType<ReturnType<typeof selectTopics>['execute']>>[number]

function toTopic(row: TopicRow): Topic {
  return {
    id: row.id,
    position: row.position,
    title: row.title,
    summary: { text: row.summary, source: row.summary_source },
    minutesShort: row.minutes_short,
    minutesStandard: row.minutes_standard,
    alwaysFirst: row.always_first,
    showsWaterAuthority: row.shows_water_authority,
    mayBeConfidential: row.may_be_confidential,
    roleCards: row.roleCards,
    regionalPoints: row.regionalPoints,
    questions: row.questions,
    supportIds: row.support_ids,
  }
}

export async function listSupportOffers(db: Db): Promise<SupportOffer[]> {
  const rows = await db
    .selectFrom('support_offer')
    .select(['id', 'title', 'text', 'link'])
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, link: row.link ?? undefined }))
}

export async function listSessionFormats(db: Db): Promise<SessionFormat[]> {
  return db
    .selectFrom('session_format')
    .select(['id', 'title', 'minutes', 'setup', 'audience'])
    .orderBy('position')
    .execute()
}

/** The letter that a region received, if we know of one. Its number is the dossier number of everything that follows. */
export async function findLetterForRegion(
  db: Db,
  regionId: string,
): Promise<Pick<Letter, 'dosNumber' | 'title'> | undefined> {
  return db
    .selectFrom('letter')
    .innerJoin('letter_region', 'letter_region.letter_id', 'letter.id')
    .select(['dos_number as dosNumber', 'title'])
    .where('letter_region.region_id', '=', regionId)
    .executeTakeFirst()
}
