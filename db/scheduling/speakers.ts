import type { Selectable } from 'kysely'
import type { MailReach } from '#app/domain/inviting/mail-reach.ts'
import type { Speaker } from '#app/domain/scheduling/speaker.ts'
import type { Db, Trx } from '../connection.server.ts'
import { reachOf } from '../inviting/mail-reach.ts'
import type { SpeakerTable } from '../schema.ts'
import { idOrNobody, isUuid } from '../uuid.ts'

/** Active speakers first, then the others, each by name; at most 500. */
export async function listSpeakers(db: Db): Promise<(Speaker & { reach: MailReach })[]> {
  const rows = await db
    .selectFrom('speaker')
    .leftJoin('email_address', 'email_address.id', 'speaker.email_address_id')
    .selectAll('speaker')
    .select('email_address.suspended_at')
    .orderBy('active', 'desc')
    .orderBy('name')
    .orderBy('speaker.id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...toSpeaker(row), reach: reachOf(row) }))
}

export async function findSpeaker(db: Db, id: string): Promise<Speaker | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db.selectFrom('speaker').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSpeaker(row)
}

/** The speaker's mail address, for the form that staff fill in. Shown to nobody else. */
export async function findSpeakerMailbox(
  db: Db,
  id: string,
): Promise<{ mailbox: string; reach: MailReach } | undefined> {
  if (!isUuid(id)) return undefined
  const row = await db
    .selectFrom('speaker')
    .innerJoin('email_address', 'email_address.id', 'speaker.email_address_id')
    .select(['email_address.address', 'speaker.email_address_id', 'email_address.suspended_at'])
    .where('speaker.id', '=', id)
    .executeTakeFirst()
  return row && { mailbox: row.address, reach: reachOf(row) }
}

export type SpeakerFacts = Pick<Speaker, 'name' | 'organisation' | 'topicIds' | 'active'>

export async function insertSpeaker(
  trx: Trx,
  facts: SpeakerFacts,
  emailAddressId: string | undefined,
): Promise<string> {
  const row = { ...columnsOf(facts), email_address_id: emailAddressId ?? null }
  const { id } = await trx.insertInto('speaker').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** False when there is no speaker with this id at this version: somebody saved first. */
export async function updateSpeaker(
  trx: Trx,
  {
    id,
    version,
    facts,
    emailAddressId,
  }: { id: string; version: number; facts: SpeakerFacts; emailAddressId: string | undefined },
): Promise<boolean> {
  const updated = await trx
    .updateTable('speaker')
    .set((eb) => ({ ...columnsOf(facts), email_address_id: emailAddressId ?? null, version: eb('version', '+', 1) }))
    .where('id', '=', idOrNobody(id))
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

function columnsOf({ name, organisation, topicIds, active }: SpeakerFacts) {
  return { name, organisation, topic_ids: topicIds, active }
}

function toSpeaker(row: Selectable<SpeakerTable>): Speaker {
  const { id, name, organisation, topic_ids, active, version } = row
  return { id, name, organisation, topicIds: topic_ids, active, version }
}
