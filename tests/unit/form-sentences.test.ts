import { globSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { parseForm } from '#app/web/fitting-form.ts'

/** Every form of the house that needs no facts to be made, each as the browser sends it when nothing was filled in. */
async function everyEmptyForm() {
  const files = globSync('app/forms/**/*.ts').sort()
  const modules = await Promise.all(files.map((file) => import(`../../${file}`)))
  return modules
    .flatMap((exports) => Object.entries<z.ZodType>(exports))
    .filter(([name, value]) => name.endsWith('Form') && value instanceof z.ZodType)
    .flatMap(([name, schema]) => objectsIn(schema).map((object) => ({ name, schema, sent: emptied(object) })))
}

/** The object that a form reads, or one for each of its buttons. */
function objectsIn(schema: unknown): z.ZodObject[] {
  if (schema instanceof z.ZodPipe) return objectsIn(schema.in)
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap(objectsIn)
  return schema instanceof z.ZodObject ? [schema] : []
}

function emptied({ shape }: z.ZodObject): FormData {
  const sent = new FormData()
  for (const [name, field] of Object.entries(shape))
    if (!hasRows(field)) sent.set(name, field instanceof z.ZodLiteral ? `${field.value}` : '')
  return sent
}

/** Of rows nothing is sent when nothing of them is chosen. */
function hasRows(field: unknown): boolean {
  if (field instanceof z.ZodPipe) return hasRows(field.in)
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return hasRows(field.unwrap())
  return field instanceof z.ZodArray || field instanceof z.ZodRecord || field instanceof z.ZodObject
}

/** Filled in by the page itself: whoever uses it cannot leave them empty. */
const ofThePage = ['intent', 'id', 'feedId', 'signInId', 'terugdraaien', 'keuze']

/** What zod says by itself, where a form gives it no sentence. */
const zodsOwn = /^Invalid|^Too (big|small)/

// Seen to fail: whoever wrote an answer down for nobody was told "Invalid input".
test('a form that is sent empty is refused in our own sentences', async () => {
  const forms = await everyEmptyForm()
  expect(forms.length).toBeGreaterThan(15)
  const found = forms.flatMap(({ name, schema, sent }) =>
    Object.entries(parseForm(sent, schema).reply().error ?? {})
      .filter(([field, sentences]) => !ofThePage.includes(field) && sentences?.some((each) => zodsOwn.test(each)))
      .map(([field]) => `${name} ${field}`),
  )
  expect(found).toEqual([])
})
