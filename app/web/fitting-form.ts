import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

/** The part of a zod schema that says of what shape it is. */
type Shaped = {
  _zod: {
    def: {
      type: string
      shape?: Record<string, Shaped>
      element?: Shaped
      options?: Shaped[]
      in?: Shaped
      innerType?: Shaped
    }
  }
}

/**
 * Reads a form as the schema says.
 * @throws 400 when text stands where the schema has rows, or rows where it has text: no page of ours sends that, and no page could show it back.
 */
export function parseForm<Schema extends z.ZodType>(formData: FormData, schema: Schema) {
  const submission = parseWithZod(formData, { schema })
  // Also what an order to change a list made of it.
  if (!fits(submission.payload, schema as unknown as Shaped)) throw new Response(null, { status: 400 })
  return submission
}

function fits(value: unknown, schema: Shaped): boolean {
  const { type, shape, element, options, in: input, innerType } = schema._zod.def
  if (value === undefined || value === null) return true
  const inner = innerType ?? input
  if (inner) return fits(value, inner)
  if (options) return options.some((option) => fits(value, option))
  if (element) return Array.isArray(value) ? value.every((each) => fits(each, element)) : fitsAlone(value, element)
  if (shape) return isNested(value) && Object.entries(shape).every(([name, field]) => fits(value[name], field))
  if (type === 'record') return isNested(value)
  // A field that came twice is a mistake that the schema itself has a sentence for.
  return ![value].flat().some((each) => isNested(each) || Array.isArray(each))
}

/** A lone choice, or none, is text where several are a list. */
function fitsAlone(value: unknown, element: Shaped): boolean {
  return !isNested(value) && !element._zod.def.shape && fits(value, element)
}

function isNested(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Blob)
}
