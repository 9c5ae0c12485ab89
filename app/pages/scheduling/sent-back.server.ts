import type { z } from 'zod'
import { parseForm } from '#app/web/fitting-form.ts'

/** From a page that showed what would happen, back to the form with everything still in it. */
export function isSentBack(formData: FormData): boolean {
  return formData.get('step') === 'terug'
}

export function sentBack(formData: FormData, schema: z.ZodType) {
  formData.delete('step')
  return parseForm(formData, schema).reply()
}

/** Everything that was typed, as hidden inputs can carry it; which button was pressed is left out. */
export function typedEntries(formData: FormData): [name: string, value: string][] {
  return [...formData.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'step' ? [[name, value] as [string, string]] : [],
  )
}
