import { expect, test } from '@playwright/test'
import { type MailToResend, wayToResend } from '#app/domain/inviting/resend-rule.ts'

const invitation: MailToResend = {
  kind: 'invitation',
  state: 'sent',
  isCalendar: true,
  isPurged: false,
  isErased: false,
  isSuspended: false,
  hasNewer: false,
  sessionClosed: undefined,
  takesPart: true,
  requestStatus: undefined,
}
const letter: MailToResend = { ...invitation, kind: 'request-accepted', isCalendar: false, takesPart: undefined }

const said = (mail: MailToResend, over: Partial<MailToResend> = {}) => {
  const { way, ...rest } = wayToResend({ ...mail, ...over })
  return 'why' in rest ? rest.why : way
}

test('a calendar entry goes anew whether it arrived or not; the very bytes go again only when nobody took them', () => {
  for (const state of ['sent', 'failed'] as const) expect(said(invitation, { state })).toBe('anew')
  expect([said(letter, { state: 'failed' }), said(letter)]).toEqual(['same', 'arrived'])
  expect(said(invitation, { kind: 'session-cancelled', state: 'failed' }), 'a cancellation is never made anew').toBe(
    'same',
  )
  expect(said(invitation, { kind: 'session-cancelled' }), 'nor sent again once it arrived').toBe('arrived')
})

test('what nobody can use any more stays here, with the gravest reason', () => {
  for (const state of ['pending', 'sending', 'inDoubt'] as const) expect(said(invitation, { state })).toBe('underWay')
  expect(said(invitation, { hasNewer: true })).toBe('superseded')
  expect(said(invitation, { state: 'superseded' })).toBe('superseded')
  expect(said(invitation, { isPurged: true, hasNewer: true })).toBe('purged')
  expect(said(invitation, { isErased: true, isPurged: true })).toBe('erased')
  expect(said(invitation, { isSuspended: true })).toBe('suspended')
  expect(said(invitation, { state: 'held' }), 'whatever its address is by now').toBe('suspended')
  for (const kind of ['sign-in-link', 'confirm-mailbox'])
    expect(said(letter, { kind, state: 'failed', isSuspended: true })).toBe('ownLink')
})

test('what is over is not invited to; that it is over may be said once more', () => {
  expect(said(invitation, { sessionClosed: 'cancelled' })).toBe('sessionCancelled')
  expect(said(invitation, { sessionClosed: 'notPublished' })).toBe('sessionCancelled')
  expect(said(invitation, { sessionClosed: 'held' })).toBe('sessionHeld')
  expect(said(invitation, { takesPart: false })).toBe('noLongerTakesPart')
  for (const kind of ['session-cancelled', 'registration-cancelled', 'clerk-session-cancelled', 'seat-passed-on'])
    expect(said(invitation, { kind, state: 'failed', sessionClosed: 'cancelled', takesPart: false }), kind).toBe('same')
  for (const requestStatus of ['withdrawn', 'declined'] as const) {
    expect(said(letter, { state: 'failed', requestStatus })).toBe('requestClosed')
    for (const kind of ['request-withdrawn', 'request-declined', 'co-request-ended'])
      expect(said(letter, { kind, state: 'failed', requestStatus }), kind).toBe('same')
  }
})
