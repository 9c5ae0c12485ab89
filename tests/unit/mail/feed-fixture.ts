import type { PublishedEvening } from '#emails/inviting/feed.ts'

/** A firm evening of an hour and a half, the id made from its start. */
export function anEveningAt(start: Temporal.Instant): PublishedEvening {
  const number = String(start.epochMilliseconds / 1000).padStart(12, '0')
  return {
    id: `3f0d5a52-6a0f-4a57-9b55-${number}`,
    title: 'Wonen en energie in de Leidse regio',
    status: 'published',
    start,
    end: start.add({ minutes: 90 }),
    location: 'Raadzaal, Voorbeeldplein 1, Leiderdorp',
    accessFacts: 'Er is een lift en een ringleiding.',
    onlineUrl: 'https://uitzending.example/leiderdorp',
    explanation: 'Uw raad beslist over woningbouw en warmte; de provincie legt uit wie wat doet.',
    sequence: 0,
    lastChangedAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
    programme: [{ title: 'Wonen', minutes: 45 }],
    municipalities: ['Leiderdorp', 'Oegstgeest'],
    url: 'https://raadsbriefing.example/griffie/sessies/1/reacties',
  }
}
