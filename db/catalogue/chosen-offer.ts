import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Topic } from '#app/domain/catalogue/offer.ts'
import type { Db } from '../connection.server.ts'

export type ChosenOffer = {
  /** Those that are still on offer, in no order. */
  topics: Pick<Topic, 'id' | 'title' | 'minutesShort' | 'minutesStandard'>[]
  /** Undefined when the format is no longer on offer. */
  formatMinutes: number | undefined
  /** Of the letter to the region, if we know of one. */
  dosNumber: string | undefined
}

/** What a request takes from the offer, in one query. */
export async function findChosenOffer(
  db: Db,
  { topicIds, formatId, regionId }: { topicIds: readonly string[]; formatId: string; regionId: string | undefined },
): Promise<ChosenOffer> {
  const { topics, minutes, dos_number } = await db
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('topic')
          .select(['id', 'title', 'minutes_short as minutesShort', 'minutes_standard as minutesStandard'])
          .where(sql<boolean>`id = any(${topicIds}::text[])`),
      ).as('topics'),
      eb.selectFrom('session_format').select('minutes').where('id', '=', formatId).as('minutes'),
      eb
        .selectFrom('letter')
        .innerJoin('letter_region', 'letter_region.letter_id', 'letter.id')
        .select('dos_number')
        .where('letter_region.region_id', '=', regionId ?? '')
        .limit(1)
        .as('dos_number'),
    ])
    .executeTakeFirstOrThrow()
  return { topics, formatMinutes: minutes ?? undefined, dosNumber: dos_number ?? undefined }
}
