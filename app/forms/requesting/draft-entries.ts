/** Fields of the page itself, which are no answers. */
const notAnswers = new Set(['version', 'intent', 'website'])

/** Everything typed on a form, field by field, as it was typed: a draft may hold what no schema would take. */
export function entriesOf(formData: FormData): Record<string, string[]> {
  const entries: Record<string, string[]> = {}
  for (const [name, value] of formData.entries()) {
    if (typeof value !== 'string' || notAnswers.has(name)) continue
    entries[name] = [...(entries[name] ?? []), value]
  }
  return entries
}

export function formDataFrom(entries: Record<string, string[]>): FormData {
  const formData = new FormData()
  for (const [name, values] of Object.entries(entries)) for (const value of values) formData.append(name, value)
  return formData
}
