import type { Trx } from '../../connection.server.ts'
import { letters } from './letters.ts'

/** A region that has a letter keeps it: staff may have corrected its number, and that number is on mail that has gone out. */
export async function plantLetters(trx: Trx): Promise<void> {
  for (const { dosNumber, secondKey, title, regionIds, source } of letters) {
    const known = await trx
      .selectFrom('letter_region')
      .select('region_id')
      .where('region_id', 'in', regionIds)
      .executeTakeFirst()
    if (known) continue
    const letter = await trx
      .insertInto('letter')
      .values({ dos_number: dosNumber, second_key: secondKey ?? null, title, source })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('letter_region')
      .values(regionIds.map((regionId) => ({ letter_id: letter.id, region_id: regionId })))
      .execute()
  }
}
