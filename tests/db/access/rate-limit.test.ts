import { countAttempt, countSignInLink } from '#app/web/rate-limit.server.ts'
import { connect } from '#db/connection.server.ts'
import { expect, test } from '#tests/support/database.ts'
import { aSite as site } from '#tests/support/here-and-now.ts'

test('of twelve attempts at once five pass, the rest hear how long to wait', async ({ database }) => {
  const context = { pool: database.pool, site }
  const outcomes = await Promise.allSettled(
    Array.from({ length: 12 }, () => countAttempt(context, 'signInLinkPerAddress', 'griffie@leiderdorp.example')),
  )
  const refused = outcomes.filter((each) => each.status === 'rejected')
  expect(refused).toHaveLength(7)
  for (const { reason } of refused) {
    expect(reason).toMatchObject({ code: 'too-many-attempts', facts: { waitMinutes: 60 } })
  }
})

test('the count holds in another process, is one for upper and lower case, and is not shared', async ({ database }) => {
  const other = connect(database.connectionString)
  for (let attempt = 0; attempt < 5; attempt++) {
    await countAttempt({ pool: database.pool, site }, 'signInLinkPerAddress', 'griffie@leiderdorp.example')
  }
  const elsewhere = { pool: other.pool, site }
  const refused = { code: 'too-many-attempts' }
  await expect(countAttempt(elsewhere, 'signInLinkPerAddress', ' Griffie@Leiderdorp.example')).rejects.toMatchObject(
    refused,
  )
  await countAttempt(elsewhere, 'signInLinkPerAddress', 'griffie@voorschoten.example')
  await countAttempt(elsewhere, 'requestPerAddress', 'griffie@leiderdorp.example')
  await other.close()
})

test('what is kept names no address and no network, and ends with its hour', async ({ database }) => {
  await countAttempt({ pool: database.pool, site }, 'signInLinkPerAddress', 'griffie@leiderdorp.example')
  await countAttempt({ pool: database.pool, site }, 'signInLinkPerNetwork', '192.0.2.0/24')
  const rows = await database.db.selectFrom('rate_limit').selectAll().execute()
  expect(rows).toHaveLength(2)
  for (const { key, expire } of rows) {
    expect(key).not.toMatch(/griffie|leiderdorp|192\.0/)
    expect(Math.abs((expire ?? 0) - Date.now() - 3_600_000)).toBeLessThan(10_000)
  }
})

test('who keeps asking for somebody’s link keeps her out from one network only, and not for long from many', async ({
  database,
}) => {
  const asks = (network: string) =>
    countSignInLink({ pool: database.pool, site, network }, 'griffie@leiderdorp.example').then(
      () => true,
      ({ code }) => code,
    )
  const asked: unknown[] = []
  for (let turn = 0; turn < 9; turn++) asked.push(await asks('192.0.2.0/24'))
  expect(asked).toEqual([...Array(5).fill(true), ...Array(4).fill('too-many-attempts')])
  expect(await asks('198.51.100.0/24'), 'she herself').toBe(true)
  for (let network = 0; network < 14; network++) expect(await asks(`203.0.${network}.0/24`)).toBe(true)
  expect(await asks('203.0.99.0/24'), 'and her mailbox is not filled').toBe('too-many-attempts')
})

test('after the hour one may try again', async ({ database }) => {
  const context = { pool: database.pool, site }
  // All five are counted before anything else happens: one that came after the hour would count in the next.
  const attempts = async () => {
    const five = Array.from({ length: 5 }, () =>
      countAttempt(context, 'signInLinkPerAddress', 'griffie@leiderdorp.example'),
    )
    await Promise.allSettled(five)
    await Promise.all(five)
  }
  await attempts()
  await expect(attempts()).rejects.toMatchObject({ code: 'too-many-attempts' })
  await database.db
    .updateTable('rate_limit')
    .set({ expire: Date.now() - 1 })
    .execute()
  await attempts()
  await expect(attempts(), 'a new hour, with the same limit').rejects.toMatchObject({ code: 'too-many-attempts' })
})

test('without the database nobody may try', async ({ database }) => {
  await database.db.schema.dropTable('rate_limit').execute()
  const attempt = countAttempt({ pool: database.pool, site }, 'signInLinkPerAddress', 'griffie@leiderdorp.example')
  await expect(attempt).rejects.toMatchObject({ code: '42P01' })
})
