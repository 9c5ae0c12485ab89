import { parseWithZod } from '@conform-to/zod/v4'
import { anything } from '../forms/requesting/request-form-view.ts'

/** More fields than our longest form has, and longer names than any has. */
const mostFields = 1_000
const longestName = 100
/** `title`, `order.wonen`, `dates[2]`, `programme[12].title`: a list of ours has tens of rows at most, and an index is how long a list will be. */
const fieldName = /^[\w-]+(?:\[\d{1,2}\])?(?:\.[\w-]+)?$/
/** Every object has these already. */
const inherited = /(?:^|\.)(?:__proto__|constructor|prototype)(?:$|[.[])/

/**
 * Whether a page of ours could have sent this form. What fails here is nobody's mistake in typing: names that would make lists of a million rows or reach what every
 * object inherits, a NUL, which the database does not keep, or a button of Conform that says something else than Conform writes.
 */
export function isPlainForm(form: FormData): boolean {
  const fields = [...form.entries()]
  if (fields.length > mostFields) return false
  const arePlain = fields.every(
    ([name, value]) =>
      name.length <= longestName &&
      fieldName.test(name) &&
      !inherited.test(name) &&
      !(typeof value === 'string' && value.includes('\0')),
  )
  return arePlain && canBeTakenApart(form)
}

/** Conform reads its own two fields as JSON, and an order to change a list may name what is no list. */
function canBeTakenApart(form: FormData): boolean {
  const orders = ['__intent__', '__state__'].flatMap((name) => form.getAll(name)).filter((order) => order !== '')
  if (orders.length === 0) return true
  if (orders.some((order) => typeof order !== 'string' || !isSmallOrder(order))) return false
  try {
    parseWithZod(form, { schema: anything }).reply()
    return true
  } catch {
    return false
  }
}

/** An order names fields and rows as a form does. */
function isSmallOrder(json: string): boolean {
  let isSmall = true
  try {
    JSON.parse(json, (key, value: unknown) => {
      if (key === '__proto__' || (typeof value === 'number' && (value < 0 || value > 99))) isSmall = false
      if (key === 'name' && typeof value === 'string' && value !== '')
        isSmall &&= value.length <= longestName && fieldName.test(value) && !inherited.test(value)
      return value
    })
  } catch {
    return false
  }
  return isSmall
}
