import type { KeptPages } from './kept-pages.server.ts'

/**
 * Something made of the public tables (councils, topics, formats…) that many pages need, kept until any of it changes.
 *
 * What must stay true is what holds for kept pages: every change in the database ends it, a reading that began before a change is not given to anybody who
 * asks after it, and as long as this process cannot hear of changes each page reads for itself. Whoever gets the value leaves it as it is.
 */
export class KeptRead<Value> {
  #changes: Pick<KeptPages, 'generation' | 'isListening'>
  #atMost: number
  #generation: number | undefined
  #values = new Map<string, Promise<Value>>()

  /** Of more than `atMost` values the oldest goes. */
  constructor(changes: Pick<KeptPages, 'generation' | 'isListening'>, atMost = 1) {
    this.#changes = changes
    this.#atMost = atMost
  }

  /** `key` names what the value depends on besides the database, for instance the day. */
  get(key: string, read: () => Promise<Value>): Promise<Value> {
    const { generation, isListening } = this.#changes
    if (!isListening) return read()
    if (this.#generation !== generation) {
      this.#generation = generation
      this.#values = new Map()
    }
    const values = this.#values
    const kept = values.get(key)
    if (kept) return kept
    const value = read()
    values.set(key, value)
    value.then(
      () => {
        if (values.size > this.#atMost) values.delete(values.keys().next().value ?? '')
      },
      () => {
        // A reading that failed is nobody's answer but of those who waited for it, and takes nobody's place.
        if (values.get(key) === value) values.delete(key)
      },
    )
    return value
  }
}
