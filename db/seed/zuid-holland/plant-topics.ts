import type { Trx } from '../../connection.server.ts'
import { topics } from './offer.ts'

/**
 * `edited_at` on a topic, a role card or a regional point says that staff have put their own words there. Rows without it
 * follow the seed; rows with it do not. A regional point that staff removed from an edited topic stays away.
 */
export async function plantTopics(trx: Trx): Promise<void> {
  await trx
    .insertInto('topic')
    .values(
      topics.map((topic) => ({
        id: topic.id,
        position: topic.position,
        title: topic.title,
        summary: topic.summary.text,
        summary_source: topic.summary.source,
        minutes_short: topic.minutesShort,
        minutes_standard: topic.minutesStandard,
        always_first: topic.alwaysFirst,
        shows_water_authority: topic.showsWaterAuthority,
        may_be_confidential: topic.mayBeConfidential,
        questions: topic.questions,
        support_ids: topic.supportIds,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((row) => ({
          position: row.ref('excluded.position'),
          title: row.ref('excluded.title'),
          summary: row.ref('excluded.summary'),
          summary_source: row.ref('excluded.summary_source'),
          minutes_short: row.ref('excluded.minutes_short'),
          minutes_standard: row.ref('excluded.minutes_standard'),
          always_first: row.ref('excluded.always_first'),
          shows_water_authority: row.ref('excluded.shows_water_authority'),
          may_be_confidential: row.ref('excluded.may_be_confidential'),
          questions: row.ref('excluded.questions'),
          support_ids: row.ref('excluded.support_ids'),
        }))
        .where('topic.edited_at', 'is', null),
    )
    .execute()
  await plantRoleCards(trx)
  await plantRegionalPoints(trx)
}

async function plantRoleCards(trx: Trx): Promise<void> {
  await trx
    .insertInto('role_card')
    .values(
      topics.flatMap(({ id, roleCards }) =>
        roleCards.map(({ party, text, source }) => ({ topic_id: id, party, text, source })),
      ),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['topic_id', 'party'])
        .doUpdateSet((row) => ({ text: row.ref('excluded.text'), source: row.ref('excluded.source') }))
        .where('role_card.edited_at', 'is', null),
    )
    .execute()
}

async function plantRegionalPoints(trx: Trx): Promise<void> {
  const edited = await trx.selectFrom('topic').select('id').where('edited_at', 'is not', null).execute()
  const points = topics
    .filter(({ id }) => !edited.some((topic) => topic.id === id))
    .flatMap(({ id, regionalPoints }) =>
      regionalPoints.map(({ regionId, text, source }) => ({
        topic_id: id,
        region_id: regionId,
        position:
          1 + regionalPoints.filter((point) => point.regionId === regionId).findIndex((point) => point.text === text),
        text,
        source,
      })),
    )
  if (points.length === 0) return
  await trx
    .insertInto('regional_point')
    .values(points)
    .onConflict((conflict) =>
      conflict
        .columns(['topic_id', 'region_id', 'position'])
        .doUpdateSet((row) => ({ text: row.ref('excluded.text'), source: row.ref('excluded.source') }))
        .where('regional_point.edited_at', 'is', null),
    )
    .execute()
}
