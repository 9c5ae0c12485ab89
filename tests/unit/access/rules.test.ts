import { expect, test } from '@playwright/test'
import { isKnownMailDomain } from '#app/domain/access/mail-domain.ts'
import { mayActForCouncil, mayAppoint, mayResendMail } from '#app/domain/access/permissions.ts'
import { shouldNoteSeen, signsInAs, startPage } from '#app/domain/access/sign-in.ts'
import { actorOf, clerkRoles, staffRoles, type Viewer } from '#app/domain/access/viewer.ts'
import { signInForm } from '#app/forms/access/sign-in-form.ts'

const nobody: Viewer = { personId: 'p', name: 'Noor', signInId: 's', councils: [], staff: [] }
const clerk: Viewer = {
  ...nobody,
  councils: [{ councilId: 'a', councilName: 'Raad', municipalitySlug: 'leiderdorp', role: 'deputyClerk' }],
}
const planner: Viewer = { ...nobody, staff: [{ role: 'planner', regionId: undefined }] }
const administrator: Viewer = { ...nobody, staff: [{ role: 'administrator', regionId: undefined }] }

test('a mail domain is known when it is the council’s own or lies in it', () => {
  expect(isKnownMailDomain('griffie@Leiderdorp.example', ['leiderdorp.example'])).toBe(true)
  expect(isKnownMailDomain('griffie@raad.leiderdorp.example', ['leiderdorp.example'])).toBe(true)
  expect(isKnownMailDomain('griffie@leiderdorp.example.', ['LEIDERDORP.example'])).toBe(true)
  expect(isKnownMailDomain('griffie@nepleiderdorp.example', ['leiderdorp.example'])).toBe(false)
  expect(isKnownMailDomain('leiderdorp.example@elders.example', ['leiderdorp.example'])).toBe(false)
  expect(isKnownMailDomain('griffie@raad.leiderdorp.example.elders.example', ['leiderdorp.example'])).toBe(false)
  expect(isKnownMailDomain('griffie@leiderdorp.example', [])).toBe(false)
  expect(isKnownMailDomain('griffie@', [''])).toBe(false)
  expect(isKnownMailDomain('griffie@leiderdorp.example', [''])).toBe(false)
})

test('a clerk starts at her council, staff at the queue, both or neither at a page with the choice', () => {
  expect(startPage(clerk)).toBe('/griffie')
  expect(startPage(planner)).toBe('/beheer/wachtrij')
  expect(startPage({ ...clerk, staff: planner.staff })).toBe('/account')
  expect(startPage(nobody)).toBe('/account')
})

test('a link says as whom one signs in, and no more', () => {
  expect(signsInAs(['clerk', null])).toBe('clerk')
  expect(signsInAs(['accountManager'])).toBe('staff')
  expect(signsInAs(['accountManager', 'clerksOfficeStaff'])).toBe('both')
  expect(signsInAs([null])).toBe('none')
  for (const role of clerkRoles) expect(signsInAs([role]), role).toBe('clerk')
  for (const role of staffRoles) expect(signsInAs([role]), role).toBe('staff')
  expect([...clerkRoles, ...staffRoles]).toEqual([
    ...['clerk', 'deputyClerk', 'clerksOfficeStaff'],
    ...['planner', 'accountManager', 'administrator'],
  ])
})

test('the audit names as staff whoever has a role there, be she a clerk besides', () => {
  expect([clerk, planner, { ...clerk, staff: planner.staff }].map(actorOf)).toEqual([
    { kind: 'clerk', personId: 'p' },
    { kind: 'staff', personId: 'p' },
    { kind: 'staff', personId: 'p' },
  ])
})

test('staff speak for no council', () => {
  expect([mayActForCouncil(clerk, 'a'), mayActForCouncil(clerk, 'b'), mayActForCouncil(planner, 'a')]).toEqual([
    true,
    false,
    false,
  ])
})

test('a planner and an administrator send mail once more; an account manager, a clerk and anybody else do not', () => {
  const manager: Viewer = { ...nobody, staff: [{ role: 'accountManager', regionId: 'leidse-regio' }] }
  expect([planner, administrator, manager, clerk, nobody].map(mayResendMail)).toEqual([true, true, false, false, false])
})

test('only an administrator appoints', () => {
  expect([clerk, planner, administrator, nobody].map(mayAppoint)).toEqual([false, false, true, false])
})

test('“last seen” is written at most every five minutes', () => {
  const seen = Temporal.Instant.from('2027-01-12T18:00:00Z')
  expect(shouldNoteSeen(seen, seen.add({ seconds: 299 }))).toBe(false)
  expect(shouldNoteSeen(seen, seen.add({ minutes: 5 }))).toBe(true)
})

test('the form takes any address with an @ and a dot, and says what it wants', () => {
  expect(signInForm.safeParse({ address: ' griffie+kopie@leiderdorp.example ' }).data?.address).toBe(
    'griffie+kopie@leiderdorp.example',
  )
  for (const address of ['', 'griffie', 'griffie@leiderdorp', 'a b@c.example', undefined]) {
    const result = signInForm.safeParse({ address })
    expect(result.error?.issues[0]?.message).toBe('Vul een e-mailadres in, bijvoorbeeld griffie@voorbeeld.nl.')
  }
})
