/** PostgreSQL's text for a timestamptz ("2027-01-12 18:30:00+00") as an Instant. */
export function toInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))
}

export function toOptionalInstant(text: string | null): Temporal.Instant | undefined {
  return text === null ? undefined : toInstant(text)
}

export function toPlainDate(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text)
}
