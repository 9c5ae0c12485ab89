import { expect, test } from '@playwright/test'
import { simpleParser } from 'mailparser'
import { composeRaw } from '#emails/compose-raw.server.ts'
import type { Invitee } from '#emails/inviting/evening.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import { sessionCancelled } from '#emails/inviting/session-cancelled.ts'
import { addressed, addresses, anEvening, anInvitee, instant } from '#emails/samples/every-mail.ts'

const registrants: Invitee[] = Array.from({ length: 30 }, (_, index) => ({
  ...anInvitee,
  name: `Raadslid ${index}`,
  address: `raadslid-${index}-x@prive-${index}-x.example`,
  organizer: addresses.answersTo(`t0k3n${index}x`),
}))

/** Everything in the bytes, as it stands and decoded: headers, text, HTML, both copies of the calendar, any base64 at all. */
async function everythingIn(raw: Buffer): Promise<string> {
  const text = raw.toString('latin1')
  const decoded = [...text.matchAll(/(?:^[A-Za-z0-9+/]{8,}=*\r?$\n?)+/gm)].map(([block]) =>
    Buffer.from(block, 'base64').toString(),
  )
  const quoted = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  const parsed = await simpleParser(raw)
  const attached = parsed.attachments.map((attachment) => attachment.content.toString())
  const all = [text, quoted, ...decoded, parsed.text, String(parsed.html), ...attached].join('\n')
  return `${all}\n${all.replace(/\r\n[ \t]/g, '')}`.toLowerCase()
}

async function leaksIn(raw: Buffer, recipient: Invitee): Promise<string[]> {
  const everything = await everythingIn(raw)
  if (!everything.includes(recipient.address)) throw new Error('the recipient is not even in the own mail')
  const others = registrants.filter((other) => other !== recipient)
  return others
    .flatMap(({ address, organizer }) => [address, organizer.address])
    .filter((secret) => everything.includes(secret))
}

function mailTo(invitee: Invitee, whyItConcerns = anEvening.whyItConcerns) {
  const stamp = { sequence: 0, stampedAt: instant('2026-11-24T09:00:00Z') }
  const content = invitation({ evening: { ...anEvening, whyItConcerns }, invitee, stamp })
  return composeRaw({ ...addressed(content, invitee), replyTo: invitee.organizer })
}

test('thirty invitations: no address of one in any byte of another’s mail', async () => {
  for (const invitee of registrants) expect(await leaksIn(await mailTo(invitee), invitee)).toEqual([])
})

test('thirty cancellations: the same', async () => {
  const stamp = { sequence: 1, stampedAt: instant('2026-11-24T09:00:00Z') }
  for (const invitee of registrants) {
    const content = sessionCancelled({ evening: anEvening, invitee, stamp, reason: 'De spreker is ziek.' })
    const raw = await composeRaw({ ...addressed(content, invitee), replyTo: invitee.organizer })
    expect(await leaksIn(raw, invitee)).toEqual([])
  }
})

test('this search finds a planted address, in the calendar part alone too', async () => {
  const [first, second] = registrants
  if (!first || !second) throw new Error('no registrants')
  expect(await leaksIn(await mailTo(first, `Ook ${second.address} komt.`), first)).toEqual([second.address])
  const stamp = { sequence: 0, stampedAt: instant('2026-11-24T09:00:00Z') }
  const content = invitation({ evening: anEvening, invitee: first, stamp })
  const body = content.calendar?.body.replace('END:VEVENT', `ATTENDEE:mailto:${second.address}\r\nEND:VEVENT`)
  const leaking = { ...content, calendar: content.calendar && { ...content.calendar, body: body ?? '' } }
  expect(await leaksIn(await composeRaw(addressed(leaking, first)), first)).toEqual([second.address])
})
