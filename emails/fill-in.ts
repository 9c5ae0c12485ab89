/** A finished text with holes in it: the piece before each hole, then the last piece. */
export type Form = { pieces: readonly string[]; holes: readonly number[] }

/** Cuts a text wherever one of the marks stands. A mark may stand more than once, and nothing else may contain it. */
export function cutAt(text: string, marks: readonly string[]): Form {
  if (marks.length === 0) return { pieces: [text], holes: [] }
  const numbers = new Map(marks.map((mark, index) => [mark, index]))
  const pieces: string[] = []
  const holes: number[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(
    new RegExp(marks.map((mark) => mark.replace(/\W/g, '\\$&')).join('|'), 'g'),
  )) {
    pieces.push(text.slice(from, index))
    holes.push(numbers.get(mark) ?? 0)
    from = index + mark.length
  }
  pieces.push(text.slice(from))
  return { pieces, holes }
}

/** The text again, with values in the place of the marks. They are put in as they are: whoever fills in has escaped them. */
export function fillIn({ pieces, holes }: Form, values: readonly string[]): string {
  let text = pieces[0] ?? ''
  for (let at = 0; at < holes.length; at++) text += (values[holes[at] ?? -1] ?? '') + (pieces[at + 1] ?? '')
  return text
}

/** Marks that no text contains by accident and no encoding of a mail changes. */
export function markMaker(): (index: number) => string {
  const secret = crypto.randomUUID().replaceAll('-', '')
  const marks: string[] = []
  return (index) => {
    marks[index] ??= `q${secret}q${index}q`
    return marks[index]
  }
}

/** Makes a value once for each key and keeps the last `most` of them. */
export function keeping<Value>(most: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>()
  return (key, make) => {
    const known = kept.get(key)
    if (known !== undefined) return known
    const value = make()
    if (kept.size >= most) kept.delete(kept.keys().next().value ?? '')
    kept.set(key, value)
    return value
  }
}
