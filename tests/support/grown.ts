import pg from 'pg'

/** What does not grow with the years: the province, its offer, and counters. */
const settled = new Set([
  'closed_period',
  'council',
  'former_municipality',
  'letter',
  'letter_region',
  'municipality',
  'municipality_water_authority',
  'rate_limit',
  'recipient_pace',
  'reference_counter',
  'region',
  'region_municipality',
  'regional_point',
  'role_card',
  'session_format',
  'speaker',
  'support_offer',
  'topic',
  'venue',
  'water_authority',
  // One clerk at a time and one evening at a time, says the database.
  'person_role',
  'speaker_booking',
  'venue_booking',
  // Used up or thrown away within weeks.
  'request_draft',
])

type Column = { table: string; name: string; type: string; refersTo: string | null; isUnique: boolean; isKey: boolean }

/**
 * Copies everything that people did, so many times, as years would: every copy has its own keys, hangs together as the original does, is about other
 * councils, lies a few days further back, and is finished. The database counts its rows afterwards, as it does by itself in production.
 */
export async function grow(connectionString: string, copies: number): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<Column>(columnsOfTables)
    const growing = Map.groupBy(
      rows.filter(({ table }) => !settled.has(table) && !table.startsWith('kysely')),
      ({ table }) => table,
    )
    await client.query(mailForEveryInvitation)
    await client.query(answerToEveryInvitation)
    await client.query('create temporary table councils as select array_agg(id order by id) as ids from council')
    // Constraints between tables hold for the copies as they do for the originals; checking each would take minutes.
    await client.query('set session_replication_role = replica')
    for (const [table, columns] of growing) {
      const names = columns.map(({ name }) => `"${name}"`).join(', ')
      const values = columns.map(copied).join(', ')
      await client.query(
        `insert into "${table}" (${names}) overriding system value select ${values} from "${table}" as original cross join generate_series(1, $1::int) as copy`,
        [copies],
      )
    }
    for (const statement of finished) await client.query(statement)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const keysApart = 1_000_000

const finished = [
  `update delivery set state = 'sent', lease_until = null, sent_at = next_attempt_at where position > ${keysApart}`,
  `update withheld_mail set resolved_at = withheld_at where id > ${keysApart}`,
  `delete from inbox where state = 'received' and received_at < now() - interval '60 days'`,
  `update inbox set state = 'closed' where state = 'review' and received_at < now() - interval '60 days'`,
  `update briefing_request set status = 'held' where created_at < now() - interval '60 days'`,
  `update briefing_session set status = 'held' where ends_at < now() - interval '1 day' and status <> 'cancelled'`,
  `update engagement set ended_at = begun_at where ended_at is null and begun_at < now() - interval '60 days'`,
]

/** The value of one column in a copy: keys, and what is there once only, differ from copy to copy; the rest is the same. */
function copied({ name, type, refersTo, isUnique, isKey }: Column): string {
  const own = `original."${name}"`
  if (refersTo === 'council')
    return `(select ids[(array_position(ids, ${own}) + copy) % cardinality(ids) + 1] from councils)`
  if (refersTo !== null && settled.has(refersTo)) return own
  if (type.startsWith('timestamp')) return `${own} - interval '60 days' - copy * interval '4 days'`
  if (type === 'uuid') return `md5(${own}::text || copy)::uuid`
  if (type === 'bigint' && (isKey || refersTo !== null)) return `${own} + copy * ${keysApart}`
  if (!isUnique) return own
  if (name === 'calendar_token') return `left(translate(md5(${own} || copy), '0189', 'wxyz'), 16)`
  if (name === 'reference') return `left(${own}, 8) || lpad((substr(${own}, 9)::int + copy * 100)::text, 6, '0')`
  if (type === 'bytea') return `sha256(${own} || copy::text::bytea)`
  if (type === 'citext') return `copy || ${own}`
  return ['link_token', 'message_id', 'dedupe_key', 'calendar_uid'].includes(name) ? `copy || ${own}` : own
}

/** The story sends none of them. */
const mailForEveryInvitation = `
  with posted as (
    insert into outbox (dedupe_key, kind, is_dossier, briefing_session_id, person_id, sequence, envelope_from, recipient, message_id, subject, raw, created_at)
    select first_message_id || person_id || turn, 'invitation', false, briefing_session_id, person_id, last_sequence, 'bounce@briefings.example', address, first_message_id || person_id || turn,
      'Uitnodiging', convert_to(repeat('Een regel. ', 500), 'UTF8'), last_stamped_at
    from invitation join person on person.id = person_id join email_address on email_address.id = email_address_id cross join generate_series(1, 3) as turn
    returning position, briefing_session_id, person_id
  )
  insert into delivery (position, lane, state, next_attempt_at)
  select position, 'session:' || briefing_session_id || ':person:' || person_id, 'sent', now() from posted`

const answerToEveryInvitation = `
  insert into inbox (sha256, raw, door, received_at, state, finding, decision, processed_at, person_id, briefing_session_id)
  select sha256((briefing_session_id::text || person_id)::bytea), 'Ja'::bytea, 'lmtp', last_stamped_at, 'processed', 'reply', 'recorded', last_stamped_at,
    person_id, briefing_session_id
  from invitation`

const columnsOfTables = `
  select relname as table, attname as name, format_type(atttypid, null) as type,
    (select confrelid::regclass::text from pg_constraint where contype = 'f' and conrelid = pg_class.oid and attnum = any(conkey) limit 1) as "refersTo",
    exists (select from pg_index where indrelid = pg_class.oid and indisunique and attnum = any(indkey)) as "isUnique",
    attidentity <> '' as "isKey"
  from pg_attribute join pg_class on pg_class.oid = attrelid
  where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped and attgenerated = ''
  order by relname, attnum`
