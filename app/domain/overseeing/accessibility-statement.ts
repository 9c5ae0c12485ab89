/** The law asks for a look at least once a year (Besluit digitale toegankelijkheid overheid); a test fails when this day is longer ago. */
export const accessibilityStatement = { updatedOn: Temporal.PlainDate.from('2026-11-23'), looksAgainWithinDays: 365 }
