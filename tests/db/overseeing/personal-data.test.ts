import { sql } from 'kysely'
import { personalData } from '#app/domain/overseeing/personal-data.ts'
import { applyRetention } from '#app/use-cases/overseeing/apply-retention.ts'
import type { Db } from '#db/connection.server.ts'
import { anInvitee } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { now } from '#tests/support/here-and-now.ts'
import { councilOf } from '#tests/support/people.ts'
import { aContact, aDraft, aRequest } from '#tests/support/requests.ts'

const terms = { unconfirmed: 14, registration: 28, contact: 365, audit: 365, mail: 90 }

type Column = { table: string; column: string }

/** What looks like it says something of a person: it points to one or to an address, or is called after something that people have or write. */
async function columnsThatLookPersonal(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely%' and table_name not in (select table_name from information_schema.views)
      and (
        data_type in ('text', 'USER-DEFINED', 'jsonb', 'bytea')
          and column_name ~ '(^|_)(raw|phone|address|recipient|sender|subject|remark|remarks|question|facility|entries|post|contact|organisation|delegated|smtp_text|to|before|after|note)($|_)'
          and column_name !~ '_(id|hash)$'
        or table_name in ('person', 'speaker', 'venue') and column_name = 'name'
      )
    union
    select source.relname, attribute.attname from pg_constraint
      join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
      join pg_attribute attribute on attribute.attrelid = conrelid and attribute.attnum = any(conkey)
    where contype = 'f' and target.relname in ('person', 'email_address')
    order by 1, 2`.execute(db)
  return rows
}

/** Of the product itself, whatever they are called. */
const notOfPeople = new Set([
  'support_offer.text',
  'topic.question',
  'sign_in_token.return_to',
  'former_municipality.note',
  'clarification.status_before',
])

function unnamed(columns: readonly Column[], register: typeof personalData): string[] {
  return columns
    .filter(({ table, column }) => !Object.values(register[table] ?? {}).some((named) => named.includes(column)))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !notOfPeople.has(name))
}

test('every column that says something of a person has a rule that takes it out', async ({ db }) => {
  const columns = await columnsThatLookPersonal(db)
  expect(columns.length).toBeGreaterThan(50)
  expect(unnamed(columns, personalData)).toEqual([])
})

test('a new table or column without a rule is caught', async ({ db }) => {
  await sql`create table guest_book (id uuid primary key, person_id uuid references person, remark text)`.execute(db)
  await sql`alter table venue add column phone text`.execute(db)
  expect(unnamed(await columnsThatLookPersonal(db), personalData)).toEqual([
    'guest_book.person_id',
    'guest_book.remark',
    'venue.phone',
  ])
})

test('the register names only what is there', async ({ db }) => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`.execute(
    db,
  )
  const there = new Set(rows.map(({ name }) => name))
  const named = Object.entries(personalData).flatMap(([table, rules]) =>
    Object.values(rules).flatMap((columns) => columns.map((column) => `${table}.${column}`)),
  )
  expect(named.filter((name) => !there.has(name))).toEqual([])
})

/** Where a word is, in any column of any table; bytes are read as text. */
async function placesOf(db: Db, word: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    db,
  )
  const hex = Buffer.from(word).toString('hex')
  const places: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ key: string }>`
      select distinct each.key from ${sql.table(name)} as t, jsonb_each_text(to_jsonb(t)) as each
      where lower(each.value) like ${`%${word}%`} or each.value like ${`%${hex}%`}`.execute(db)
    places.push(...rows.map(({ key }) => `${name}.${key}`))
  }
  return places.sort()
}

test('after the terms nothing anywhere names who took part, asked or wrote', async ({ db }) => {
  // Seen to fail, before the rules were there, on email_address.address, outbox.raw, .recipient, delivery.smtp_text, person.name, request_draft.entries and withheld_mail.post.
  const mark = 'merkteken'
  const ans = await anInvitee(db, { address: `${mark}@leiderdorp.example`, name: 'Merkteken de Verzonnene' })
  await ans.answers()
  await sql`update reply set remark = ${`Groet van ${mark}`}`.execute(db)
  await sql`update delivery set state = 'failed', smtp_text = ${`550 <${mark}@leiderdorp.example> unknown`}`.execute(db)
  await sql`update registration set question = ${mark}`.execute(db)
  await sql`insert into withheld_mail (kind, reason, post, withheld_at) values ('council-asked', 'addressSuspended', ${JSON.stringify({ to: mark })}::jsonb, ${now.toString()})`.execute(
    db,
  )
  const leadCouncilId = await councilOf(db, 'gouda')
  const contact = { ...aContact(`${mark}.griffie@gouda.example`), name: 'Merkteken' }
  await aRequest(db, { leadCouncilId, wish: { contact } }, now)
  await sql`update briefing_request set status = 'withdrawn' where contact_name = 'Merkteken'`.execute(db)
  await aDraft(db, { leadCouncilId }, now)
  await sql`update request_draft set entries = ${JSON.stringify({ name: [mark] })}::jsonb`.execute(db)
  // A clerk who left, and a second address of somebody.
  await sql`insert into person (name, calendar_token, created_at) values ('Merkteken Griffier', 'abcdefghijklmnop', ${now.toString()})`.execute(
    db,
  )
  await sql`insert into person_role (person_id, role, council_id, during)
    select id, 'deputyClerk', ${leadCouncilId}, '[2020-01-01,2026-12-01)' from person where name = 'Merkteken Griffier'`.execute(
    db,
  )
  await sql`insert into email_address (address, created_at) values (${`${mark}.thuis@prive.example`}, ${now.toString()})`.execute(
    db,
  )
  await sql`insert into person_alias (email_address_id, person_id, added_at)
    select email_address.id, ${ans.personId}, ${now.toString()} from email_address where address like ${`${mark}.thuis%`}`.execute(
    db,
  )
  await sql`insert into inbox (sha256, raw, door, sender, received_at) values (sha256('m'), ${Buffer.from(mark)}, 'lmtp', ${mark}, ${now.toString()})`.execute(
    db,
  )
  expect((await placesOf(db, mark)).length).toBeGreaterThan(9)
  await applyRetention(db, terms, now.add({ hours: 24 * 800 }))
  expect(await placesOf(db, mark)).toEqual([])
})
