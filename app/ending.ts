import { setTimeout as sleep } from 'node:timers/promises'

type Part = { name: string; end: () => Promise<unknown> }

/** How long everything may take to end, in milliseconds, and how long of that visitors, mails and jobs have. */
const usualPatience = { everything: 9_000, finishing: 7_000 }

/** Thrown by a start that goes no further, since the process was told to stop. */
export class Stopped extends Error {}

/** How a process ends, also one that is still starting. `exit` gets the code: 0 when everything ended as it should. */
export class Ending {
  readonly #exit: (code: number) => void
  readonly #patience: typeof usualPatience
  readonly #finishes: Part[] = []
  readonly #undoes: Part[] = []
  readonly #failed: string[] = []
  /** Where a sentence goes for whoever stops the process; to the log, once there is one. */
  tell: (sentence: string) => void = console.error
  #isBegun = false

  constructor(exit: (code: number) => void, patience = usualPatience) {
    this.#exit = exit
    this.#patience = patience
  }

  /**
   * What works for others, once it works. These finish side by side, or a slow one would take the time of the rest.
   * @throws Stopped as goOn does
   */
  finish(name: string, end: Part['end']): void {
    this.#finishes.push({ name, end })
    this.goOn()
  }

  /**
   * What those need. Undone when they have finished, newest first.
   * @throws Stopped as goOn does
   */
  undo(name: string, end: Part['end']): void {
    this.#undoes.unshift({ name, end })
    this.goOn()
  }

  /** @throws Stopped when the process was told to stop: nothing more is started */
  goOn(): void {
    if (this.#isBegun) throw new Stopped()
  }

  /** `started` settles when the start has come to its end or to its next step. Says by name what did not end as it should. */
  async begin(started: Promise<unknown>, code = 0): Promise<void> {
    if (this.#isBegun) return
    this.#isBegun = true
    let busyWith = ['starten']
    const tooLong = setTimeout(() => {
      this.tell(`Stoppen duurde te lang. Nog bezig: ${busyWith.join(', ')}.`)
      this.#exit(code || 1)
    }, this.#patience.everything)
    const finishing = started
      .catch(() => undefined)
      .then(() => {
        busyWith = this.#finishes.map(({ name }) => name)
        return Promise.all(
          this.#finishes.map(async (part) => {
            await this.#quietly(part)
            busyWith = busyWith.filter((name) => name !== part.name)
          }),
        )
      })
    await Promise.race([finishing, sleep(this.#patience.finishing)])
    if (busyWith.length > 0) this.#say(`Niet afgemaakt: ${busyWith.join(', ')}.`)
    for (const part of this.#undoes) {
      busyWith = [part.name]
      await this.#quietly(part)
    }
    clearTimeout(tooLong)
    this.#exit(code || (this.#failed.length > 0 ? 1 : 0))
  }

  async #quietly({ name, end }: Part): Promise<void> {
    await end().catch((error: Error) => this.#say(`Stoppen ging niet helemaal goed: ${name} (${error.message}).`))
  }

  #say(sentence: string): void {
    this.#failed.push(sentence)
    this.tell(sentence)
  }
}
