import { expect, test } from '@playwright/test'
import type { z } from 'zod'
import { newSessionForm } from '#app/forms/scheduling/session-form.ts'
import { speakerForm } from '#app/forms/scheduling/speaker-form.ts'
import { venueForm } from '#app/forms/scheduling/venue-form.ts'
import { parseForm } from '#app/web/fitting-form.ts'

/** What is said at a field of this form when it was sent with these entries. */
function saidAt(field: string, schema: z.ZodType, entries: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.append(name, value)
  return parseForm(form, schema).reply().error?.[field]
}

test('an answer of spaces only is no answer, and the form says so in Dutch', () => {
  expect(saidAt('name', speakerForm, { name: '  ' })).toEqual(['Vul de naam van de spreker in.'])
  expect(saidAt('name', venueForm, { name: '  ' })).toEqual(['Vul de naam van de zaal in.'])
  const block = { 'programme[0].position': '1', 'programme[0].title': ' ', 'programme[0].minutes': '30' }
  expect(saidAt('programme[0].title', newSessionForm, block)).toEqual([
    'Geef het blok een titel, of verwijder het blok.',
  ])
})
