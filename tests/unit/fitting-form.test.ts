import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { changeSessionForm } from '#app/forms/scheduling/session-form.ts'
import { parseForm } from '#app/web/fitting-form.ts'

const schema = z
  .object({
    title: z.string().optional(),
    days: z.array(z.string()).default([]),
    rows: z.array(z.object({ text: z.string() })).default([]),
    order: z.record(z.string(), z.string()).default({}),
    file: z.string().optional(),
  })
  .transform((typed) => typed)

/** The status that this query, sent as a form, is refused with; undefined when it is read. */
function refusedWith(query: string, by: z.ZodType = schema): number | undefined {
  const form = new FormData()
  for (const [name, value] of new URLSearchParams(query)) form.append(name, value)
  try {
    parseForm(form, by)
    return undefined
  } catch (error) {
    return (error as Response).status
  }
}

test('what our pages send is read, right or wrong', () => {
  for (const query of [
    '',
    'title=a',
    'title=a&title=b',
    'days=1',
    'days=',
    'days=1&days=2',
    'days[2]=1',
    'rows[1].text=a',
    'order.a=1',
  ])
    expect(refusedWith(query), query).toBeUndefined()
  expect(refusedWith('programme[2].title=x&speakerIds=x&title=', changeSessionForm)).toBeUndefined()
})

test('text where rows belong, or rows where text belongs, is not', () => {
  for (const query of [
    'title.x=1',
    'title[0].x=1',
    'days.x=1',
    'days[0].x=1',
    'rows=abc',
    'rows=',
    'rows.x=1',
    'rows[0]=x',
    'rows=1&rows=2',
    'order=1',
  ])
    expect(refusedWith(query), query).toBe(400)
  const choice = z.discriminatedUnion('intent', [z.object({ intent: z.literal('a'), text: z.string() })])
  expect([refusedWith('intent=a&text=b', choice), refusedWith('intent=a&text.x=b', choice)]).toEqual([undefined, 400])
})
