import { sql } from 'kysely'
import { findMunicipality } from '#app/domain/catalogue/find-municipality.ts'
import { tailorCatalogue } from '#app/domain/catalogue/tailor-catalogue.ts'
import { findLetterForRegion, listTopics } from '#db/catalogue/offer.ts'
import {
  findMunicipalityBySlug,
  listFormerMunicipalities,
  listMunicipalities,
  listRegions,
  listWaterAuthorities,
} from '#db/catalogue/places.ts'
import type { Db } from '#db/connection.server.ts'
import { seedZuidHolland } from '#db/seed/seed.server.ts'
import { municipalities } from '#db/seed/zuid-holland/municipalities.ts'
import { topics } from '#db/seed/zuid-holland/offer.ts'
import { expect, test } from '#tests/support/database.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const SEEDED = [
  'region',
  'water_authority',
  'municipality',
  'former_municipality',
  'region_municipality',
  'municipality_water_authority',
  'council',
  'letter',
  'letter_region',
  'topic',
  'role_card',
  'regional_point',
  'support_offer',
  'session_format',
  'closed_period',
] as const

/** Every row of every seeded table as text, so that a changed value shows as well as a changed number. */
async function contents(db: Db): Promise<Record<string, string[]>> {
  const tables = SEEDED.map(async (table): Promise<[string, string[]]> => {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t order by 1`.execute(db)
    return [table, rows.map(({ row }) => row)]
  })
  return Object.fromEntries(await Promise.all(tables))
}

test('the seed fills every table', async ({ db }) => {
  const counts = Object.entries(await contents(db)).map(([table, rows]) => `${table} ${rows.length > 0}`)
  expect(counts).toEqual(SEEDED.map((table) => `${table} true`))
  const inOffice = sql<boolean>`term @> ${today.toString()}::date`
  expect(await db.selectFrom('council').select('id').where(inOffice).execute()).toHaveLength(50)
})

test('a second run, and ten at once, change nothing', async ({ db }) => {
  const before = await contents(db)
  await seedZuidHolland(db)
  await Promise.all(Array.from({ length: 10 }, () => seedZuidHolland(db)))
  expect(await contents(db)).toEqual(before)
})

test('what staff changed stays, and what they did not follows the seed', async ({ db }) => {
  const at = '2026-11-01T10:00:00Z'
  await db.updateTable('topic').set({ title: 'Onze titel', edited_at: at }).where('id', '=', 'wonen').execute()
  await db.deleteFrom('regional_point').where('topic_id', '=', 'wonen').execute()
  await db.updateTable('topic').set({ title: 'Verschreven' }).where('id', '=', 'economie').execute()
  await db
    .updateTable('role_card')
    .set({ text: 'Onze tekst.', edited_at: at })
    .where('topic_id', '=', 'economie')
    .where('party', '=', 'council')
    .execute()
  await db.updateTable('letter').set({ dos_number: 'DOS-2026-0009999' }).execute()
  await db
    .updateTable('council')
    .set({ usual_evenings: [3] })
    .where('name', 'like', '%Leiderdorp')
    .execute()
  await seedZuidHolland(db)
  const after = await listTopics(db)
  const housing = after.find(({ id }) => id === 'wonen')
  expect(housing?.title).toBe('Onze titel')
  expect(housing?.regionalPoints).toEqual([])
  const economy = after.find(({ id }) => id === 'economie')
  expect(economy?.title).toBe('Economie en kennis')
  expect(economy?.roleCards.find(({ party }) => party === 'council')?.text).toBe('Onze tekst.')
  const letter = await findLetterForRegion(db, 'leidse-regio')
  expect(letter?.dosNumber).toBe('DOS-2026-0009999')
  const councils = await db
    .selectFrom('council')
    .select('usual_evenings')
    .where('name', 'like', '%Leiderdorp')
    .execute()
  expect(councils).toEqual([{ usual_evenings: [3] }])
})

test('what is read back is what was seeded', async ({ db }) => {
  const readTopics = await listTopics(db)
  const comparable = (list: typeof topics) =>
    list.map((topic) => ({
      ...topic,
      roleCards: [...topic.roleCards].sort((one, other) => (one.party < other.party ? -1 : 1)),
      regionalPoints: [...topic.regionalPoints].sort((one, other) => (one.regionId < other.regionId ? -1 : 1)),
    }))
  expect(comparable(readTopics)).toEqual(comparable(topics))
  for (const seeded of municipalities) {
    const read = await findMunicipalityBySlug(db, seeded.slug, today)
    expect(read).toMatchObject({ id: seeded.id, name: seeded.name, seats: seeded.seats, regions: seeded.regions })
  }
})

test('only the Leidse regio has a letter', async ({ db }) => {
  expect((await findLetterForRegion(db, 'leidse-regio'))?.dosNumber).toBe('DOS-2026-0001081')
  expect(await findLetterForRegion(db, 'drechtsteden')).toBeUndefined()
})

test('from the database: Leiderdorp is tailored and Brielle has a successor', async ({ db }) => {
  const [all, former, regions, waterAuthorities, listed] = await Promise.all([
    listMunicipalities(db, today),
    listFormerMunicipalities(db),
    listRegions(db, today),
    listWaterAuthorities(db),
    listTopics(db),
  ])
  const search = findMunicipality('brielle', all, former)
  expect(search).toMatchObject({ kind: 'former', successor: { slug: 'voorne-aan-zee' } })
  const leiderdorp = all.filter(({ slug }) => slug === 'leiderdorp')
  const catalogue = tailorCatalogue(leiderdorp, { topics: listed, regions, waterAuthorities })
  expect(catalogue.topics.slice(0, 3).map(({ topic }) => topic.id)).toEqual([
    'wie-doet-wat',
    'samenwerking-en-bestuurskracht',
    'bereikbaarheid',
  ])
})
