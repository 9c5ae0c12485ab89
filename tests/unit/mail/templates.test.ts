import { expect, test } from '@playwright/test'
import { mailKindWords } from '#app/domain/inviting/outbox-words.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import { mailKinds } from '#emails/message.ts'
import { aBriefing, anEvening, anInvitee, everyMail, stamp } from '#emails/samples/every-mail.ts'

test('every kind of mail has a sample, and a name of its own on the staff pages', () => {
  const sampled = new Set(Object.values(everyMail).map(({ kind }) => kind))
  expect([...sampled].sort()).toEqual(Object.keys(mailKinds).sort())
  expect(Object.keys(mailKindWords).sort()).toEqual(Object.keys(mailKinds).sort())
  const words = Object.values(mailKindWords)
  expect(new Set(words).size).toBe(words.length)
})

for (const [name, mail] of Object.entries(everyMail)) {
  test(`${name} says the same in text and HTML`, () => {
    expect(mail.text.length).toBeGreaterThan(150)
    expect(mail.html).toMatch(/^<!DOCTYPE html/)
    expect(mail.html).toContain('lang="nl"')
    expect(mail.text).toMatch(/^Beste .+,\n/)
    expect(mail.text).toContain('Met vriendelijke groet,\nProvincie Zuid-Holland')
    const links = (text: string) => [
      ...new Set(text.match(/https:\/\/[^\s"<>]+/g)?.map((url) => url.replaceAll('&amp;', '&'))),
    ]
    const inHtml = links(mail.html.slice(mail.html.indexOf('<body')))
    expect(links(mail.text).sort()).toEqual(inHtml.sort())
  })

  test(`${name} fetches nothing and runs nothing`, () => {
    expect(mail.html).not.toMatch(/<img|<script|<link|<form|url\(|@import|javascript:/i)
  })

  test(`${name} has no empty line and says each length once`, () => {
    expect(mail.html).not.toMatch(/<(p|h1|h2|li|td|th)( [^>]*)?><\/\1>/)
    const styles = [...mail.html.matchAll(/<(?!a )\w+ [^>]*style="([^"]*)"/g)].map(([, style = '']) => style)
    expect(styles.length).toBeGreaterThan(5)
    for (const style of styles) expect(style).not.toMatch(/margin:.*margin-|margin-.*margin:/)
  })
}

test('an evening whose programme holds no topic of the catalogue leaves no gap where the reason would stand', () => {
  const { html, text } = invitation({
    evening: { ...anEvening, whyItConcerns: '' },
    invitee: anInvitee,
    stamp: stamp(0),
  })
  expect(html).not.toMatch(/<p[^>]*><\/p>/)
  expect(text).not.toContain('\n\n\n')
})

test('words of people stay words in the HTML', () => {
  expect(everyMail['question-answered']?.html).toContain('&lt;Zij&gt; willen &amp; kunnen')
  expect(everyMail['question-answered']?.text).toContain('> Ja, acht. <Zij> willen & kunnen')
  expect(everyMail['question-asked']?.html).toContain('burgerleden?<br/>En hoeveel?')
})

test('a proposal names each evening in words with its reason, and leads to one page', () => {
  const [several, one] = [everyMail['evening-proposed']?.text ?? '', everyMail['evening-proposed-one']?.text ?? '']
  expect(several).toContain('dinsdag 12 januari 2027, 19.30 tot 21.00 uur')
  expect(several).toContain('Die week vergadert geen van de raden.')
  expect(several.match(/https:\/\/\S+/g)).toEqual(['https://raadsbriefing.example/aanvraag/RB-2026-0007'])
  expect(one).toContain('deze avond voor.')
  expect(one).not.toContain('De beste staat bovenaan.')
  expect(everyMail['evening-chosen']?.text).toContain('dinsdag 19 januari 2027, 19.30 tot 21.00 uur')
  expect(everyMail['evening-chosen-none']?.html).toContain('In februari kan het &lt;wel&gt;.')
})

test('a request without a dossier number says so, to the griffier and to staff', () => {
  const received = everyMail['request-received-without-number']
  expect(received?.text).toContain('nog geen DOS-nummer')
  expect(received?.text).toContain(`Aanvraagnummer: ${aBriefing.reference}`)
  expect(everyMail['request-received-staff']?.text).toContain('DOS-nummer ontbreekt')
  expect(everyMail['request-received-staff']?.text).toContain('Onbekend maildomein')
})

test('the subject begins with the fact', () => {
  const subjects = Object.fromEntries(Object.entries(everyMail).map(([name, mail]) => [name, mail.subject]))
  expect(subjects).toMatchObject({
    'confirm-mailbox': expect.stringMatching(/^Bevestig uw aanvraag/),
    'session-changed-time': expect.stringMatching(/^Gewijzigd: tijd van “Wonen en energie in de Leidse regio”/),
    'session-changed-room': expect.stringMatching(/^Gewijzigd: zaal /),
    'session-changed-text': expect.stringMatching(/^Gewijzigd: tekst /),
    'session-cancelled': expect.stringMatching(/^Gaat niet door: /),
    'already-registered': expect.stringMatching(/^Al aangemeld: /),
  })
})

test('a change says old and new first, and whether the answer stays', () => {
  const time = everyMail['session-changed-time']?.text.split('\n\n') ?? []
  expect(time[1]).toBe(
    'Tijd: eerst dinsdag 12 januari 2027, 19.30 tot 21.00 uur, nu dinsdag 6 juli 2027, 19.30 tot 21.00 uur.',
  )
  expect(time[2]).toContain('opnieuw')
  expect(everyMail['session-changed-time']?.calendar?.body).toContain('PARTSTAT=NEEDS-ACTION')
  const room = everyMail['session-changed-room']?.text.split('\n\n') ?? []
  expect(room[1]).toMatch(/^Zaal: eerst Raadzaal, .+, nu Burgerzaal, /)
  expect(room[2]).toBe('Uw antwoord blijft staan: u komt. U hoeft niets te doen.')
  expect(everyMail['session-changed-room']?.calendar?.body).toContain('PARTSTAT=ACCEPTED')
})

test('what the griffier passes on holds title, time, place and her council’s own link', () => {
  const text = everyMail['session-published']?.text ?? ''
  expect(text).toContain(`> De provincie Zuid-Holland geeft onze raad een briefing: ${anEvening.title}.`)
  expect(text).toContain('> Wanneer: dinsdag 12 januari 2027, 19.30 tot 21.00 uur')
  expect(text).toContain('> Aanmelden: https://raadsbriefing.example/aanmelden/r4ad')
})
