import { expect, test } from '@playwright/test'
import { setDelivery } from '#tests/support/deliveries.ts'
import { lmtp } from '#tests/support/lmtp-client.ts'
import { someMails } from '#tests/support/outbox.ts'
import { aPerson } from '#tests/support/people.ts'
import { freePort } from '#tests/support/portal-process.ts'
import { aSharedPlace, type SharedPlace } from '#tests/support/shared-place.ts'
import { cookieOf } from '#tests/support/sign-in.ts'
import { anAnswerMail } from '#tests/unit/mail-intake/answer-mail.ts'

test.describe.configure({ timeout: 120_000 })

let place: SharedPlace
test.afterEach(() => place.remove())

const statusOf = async (url: string) => (await fetch(url)).status

test('web, worker and intake are three processes that each do their own work, and say how long mail waits', async () => {
  place = await aSharedPlace('seeded')
  // One environment for all three: what a role does not open cannot be in the way of the role that does.
  const intakePort = await freePort()
  const start = (ROLE: string) => place.start({ ROLE, INTAKE_LMTP_PORT: String(intakePort) })
  const anHourAgo = Temporal.Now.instant().subtract({ hours: 1 })
  await someMails(place.db, 3, anHourAgo)
  const kept = async () => (await place.db.selectFrom('inbox').select('id').execute()).length

  const web = await start('web')
  expect(await statusOf(`${web.baseUrl}/gemeenten`)).toBe(200)
  await expect(lmtp(intakePort)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const readiness = async () => {
    const answer = await fetch(`${web.baseUrl}/readyz`)
    const { oldestWaitingMailSeconds: age, ...rest } = (await answer.json()) as Record<string, unknown>
    return { ...rest, status: answer.status, waits: typeof age === 'number' && age >= 3_600 && age < 3_700, age }
  }
  const ready = { status: 200, database: true, migrations: true, draining: false }
  expect(await readiness()).toMatchObject({ ...ready, waits: true })
  // A server that takes nothing makes every mail wait for its next attempt: it has not left for all that.
  await setDelivery(place.db, { next_attempt_at: Temporal.Now.instant().add({ minutes: 5 }).toString() })
  expect(await readiness()).toMatchObject({ ...ready, waits: true })
  const cookie = await cookieOf(place.db, (await aPerson(place.db, [{ role: 'planner' }])).personId)
  for (const path of ['/beheer/post', '/beheer/wachtrij'])
    expect(await (await fetch(web.baseUrl + path, { headers: { cookie } })).text(), path).toContain(
      '3 mails wachten sinds',
    )
  await setDelivery(place.db, { next_attempt_at: anHourAgo.toString() })

  const intake = await start('intake')
  expect([await statusOf(`${intake.baseUrl}/gemeenten`), await statusOf(`${intake.baseUrl}/healthz`)]).toEqual([
    404, 200,
  ])
  const client = await lmtp(intakePort)
  expect(await client.deliver(anAnswerMail(), 'rsvp@briefings.example')).toEqual([250, 250])
  client.end()
  expect(await kept()).toBe(1)
  expect(place.mails.all(), 'neither of the two sends').toEqual([])

  const worker = await start('worker')
  expect([await statusOf(`${worker.baseUrl}/gemeenten`), await statusOf(`${worker.baseUrl}/healthz`)]).toEqual([
    404, 200,
  ])
  await expect.poll(() => place.mails.all().length, { timeout: 15_000 }).toBe(3)
  await expect.poll(readiness).toMatchObject({ ...ready, age: 0 })
  for (const each of [web, intake, worker]) expect(await each.stop()).toBe(0)
})

test('what staff change on one web process is at once on the page that another kept', async () => {
  place = await aSharedPlace('story')
  const [here, there] = [await place.start({ ROLE: 'web' }), await place.start({ ROLE: 'web' })]
  const evening = await place.db
    .selectFrom('briefing_session')
    .innerJoin('briefing_session_council', 'briefing_session_id', 'briefing_session.id')
    .innerJoin('council', 'council.id', 'briefing_session_council.council_id')
    .innerJoin('municipality', 'municipality.id', 'council.municipality_id')
    .select(['briefing_session.id', 'title', 'briefing_session.version', 'slug'])
    .where('status', '=', 'published')
    .orderBy('starts_at')
    .executeTakeFirstOrThrow()
  const path = `/gemeenten/${evening.slug}`
  const open = async ({ baseUrl }: typeof here, etag = '') => {
    const answer = await fetch(baseUrl + path, { headers: { 'if-none-match': etag } })
    return {
      status: answer.status,
      etag: answer.headers.get('etag') ?? '',
      shows: (await answer.text()).includes(evening.title),
    }
  }
  const before = await open(here)
  expect(before).toMatchObject({ status: 200, shows: true })
  expect(before.etag).not.toBe('')
  await open(there)
  // The same page is the same page, whichever process is asked.
  for (const each of [here, there]) expect(await open(each, before.etag)).toMatchObject({ status: 304 })

  const cookie = await cookieOf(place.db, (await aPerson(place.db, [{ role: 'planner' }])).personId)
  const fields = { version: String(evening.version), reason: 'De spreker is ziek.', step: 'annuleren' }
  const cancelled = await fetch(`${here.baseUrl}/beheer/sessies/${evening.id}/annuleren`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: here.baseUrl, cookie },
    body: new URLSearchParams(fields),
  })
  expect(cancelled.headers.get('location')).toContain('gedaan=geannuleerd')
  for (const each of [there, here])
    await expect.poll(() => open(each, before.etag), { timeout: 2_000 }).toMatchObject({ status: 200, shows: false })
})
