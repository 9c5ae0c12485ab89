import type { CalendarObjectInput } from '#emails/calendar-input.ts'

const instant = (text: string) => Temporal.Instant.from(text)

export const anEntry: CalendarObjectInput = {
  method: 'REQUEST',
  uid: '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11@briefings.example.nl',
  sequence: 0,
  stampedAt: instant('2026-11-24T09:00:00Z'),
  start: instant('2027-01-12T18:30:00Z'),
  end: instant('2027-01-12T20:00:00Z'),
  summary: 'Wonen en energie',
  description: 'Ons kenmerk: DOS-2026-0001081',
  location: 'Raadzaal, Leiderdorp',
  organizer: { name: 'Provincie Zuid-Holland', address: 'rsvp+k7f2m9qd4xw3zt5b@briefings.example.nl' },
  attendee: { name: 'Ans de Verzonnene', address: 'ans@raadslid.example', partstat: 'NEEDS-ACTION' },
  status: 'CONFIRMED',
  url: 'https://raadsbriefing.example/avond/p4t8',
}

/** Two hours before and after both changes of the clock in 2026 and 2027, and an evening in winter and in summer. */
export const starts: readonly Temporal.Instant[] = [
  ...['2026-10-25T01:00:00Z', '2027-03-28T01:00:00Z', '2027-10-31T01:00:00Z'].flatMap((change) =>
    [-7200, -3601, -3600, -1800, -1, 0, 1, 1800, 3599, 3600, 7200].map((seconds) => instant(change).add({ seconds })),
  ),
  instant('2027-01-12T18:30:00Z'),
  instant('2027-07-06T17:30:00Z'),
]
