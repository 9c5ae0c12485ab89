import type { KeptPages } from './kept-pages.server.ts'

/**
 * Something read from the public tables (councils, topics, formats…) that many pages need, kept until any of it changes.
 *
 * What must stay true is what holds for kept pages: every change in the database ends it, a reading that began before a change is not given to anybody who
 * asks after it, and as long as this process cannot hear of changes each page reads for itself. Whoever gets the value leaves it as it is.
 */
export class KeptRead<Value> {
  #changes: Pick<KeptPages, 'generation' | 'isListening'>
  #last: { key: string; generation: number; value: Promise<Value> } | undefined

  constructor(changes: Pick<KeptPages, 'generation' | 'isListening'>) {
    this.#changes = changes
  }

  /** `key` names what the value depends on besides the database, for instance the day. */
  get(key: string, read: () => Promise<Value>): Promise<Value> {
    const { generation, isListening } = this.#changes
    if (!isListening) return read()
    if (this.#last?.key === key && this.#last.generation === generation) return this.#last.value
    const last = { key, generation, value: read() }
    this.#last = last
    // A reading that failed is nobody's answer but of those who waited for it.
    last.value.catch(() => {
      if (this.#last === last) this.#last = undefined
    })
    return last.value
  }
}
