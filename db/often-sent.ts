/** Prepared statements take memory in the database until their connection ends. */
const mostNames = 200
const mostCounted = 500
/** Longer ones write many rows at once, seldom twice as many. */
const longest = 8_000

/**
 * Which statements of one connection are sent so often that the database should keep them ready: from then on they go by name, and are not parsed and
 * planned again each time. PostgreSQL's own driver for Java does the same, after as many times.
 */
export class OftenSent {
  #counts = new Map<string, number>()
  #names = new Map<string, string>()
  #given = 0
  readonly #times: number

  /** `times` is how often a statement is sent on one connection before it is worth preparing. */
  constructor(times = 5) {
    this.#times = times
  }

  /** The name to send this statement by; undefined while it is not often sent. */
  nameFor(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || text.length > longest || this.#names.size >= mostNames) return name
    const count = (this.#counts.get(text) ?? 0) + 1
    this.#counts.delete(text)
    if (count > this.#times) {
      this.#names.set(text, `often_${++this.#given}`)
      return this.#names.get(text)
    }
    this.#counts.set(text, count)
    if (this.#counts.size > mostCounted) this.#counts.delete(this.#counts.keys().next().value ?? '')
    return undefined
  }

  /** What was prepared no longer fits, for instance since a table has a column more. It starts anew, under another name. */
  forget(text: string): void {
    this.#names.delete(text)
  }
}
