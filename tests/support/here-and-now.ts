import type { Site } from '#app/domain/site.ts'

/** The portal of tests that start none: links and addresses in mails made for it lead nowhere. */
export const aSite: Site = {
  baseUrl: 'https://raadsbriefing.example',
  mailDomain: 'briefings.example',
  linkSecret: 'a secret of at least thirty-two characters',
  minimumNoticeWeeks: 3,
  reactionWorkdays: 5,
  coRequestWorkdays: 10,
}

/** The site as a portal that a test started knows it: links and addresses in mails made here work there. */
export function siteAt(baseUrl: string, linkSecret: string): Site {
  return { ...aSite, baseUrl, linkSecret }
}

export const instant = (text: string) => Temporal.Instant.from(text)

/** The moment at which tests with a given clock happen: a Tuesday, ten o'clock in Zuid-Holland. */
export const now = instant('2026-11-24T09:00:00Z')

/** A moment written as the wall clock in Zuid-Holland shows it. */
export function amsterdam(wallClock: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime('Europe/Amsterdam').toInstant()
}

/** Half past seven in the evening there, so many weeks after this moment. */
export function inWeeks(weeks: number, from = Temporal.Now.instant()): Temporal.Instant {
  const day = from.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().add({ weeks })
  return amsterdam(`${day}T19:30`)
}
