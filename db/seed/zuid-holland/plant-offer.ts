import type { Trx } from '../../connection.server.ts'
import { sessionFormats, supportOffers } from './offer.ts'
import { plantTopics } from './plant-topics.ts'

const LETTER = 'brief van Gedeputeerde Staten, DOS-2026-0001081'
const PROPOSAL = 'voorstel; staat niet in de brief'

/** The catalogue. What staff have edited is theirs: the seed never writes over it. */
export async function plantOffer(trx: Trx): Promise<void> {
  await trx
    .insertInto('support_offer')
    .values(
      supportOffers.map((offer, index) => ({
        ...offer,
        link: offer.link ?? null,
        position: index + 1,
        source: LETTER,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await trx
    .insertInto('session_format')
    .values(sessionFormats.map((format, index) => ({ ...format, position: index + 1, source: PROPOSAL })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await plantTopics(trx)
}
