import { hashToken, newToken } from '#app/domain/access/tokens.server.ts'
import type { Trx } from '../../connection.server.ts'
import { type DemoCast, idIn } from './plant-people.ts'
import { daysAgo } from './story-time.ts'

/** A half-filled form of the council of Leiderdorp, saved by one colleague for the other to finish. Field by field, as typed. */
const ENTRIES: Record<string, string[]> = {
  audience: ['council'],
  'order.wie-doet-wat': ['1'],
  'order.water-klimaat-natuur': ['2'],
  formatId: ['thema'],
  councilQuestion: ['Waar blijft het water bij ons als het hard regent?'],
  expectedCouncillors: ['21'],
  expectedNew: ['12'],
}

export async function plantDraft(trx: Trx, cast: DemoCast, now: Temporal.Instant): Promise<void> {
  await trx
    .insertInto('request_draft')
    .values({
      key_hash: hashToken(newToken()),
      council_id: idIn(cast.councils, 'leiderdorp'),
      entries: JSON.stringify(ENTRIES),
      updated_by: idIn(cast.people, 'deputyLeiderdorp'),
      created_at: daysAgo(now, 1),
      updated_at: daysAgo(now, 1),
    })
    .execute()
}
