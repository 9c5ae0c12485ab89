export type Turn = {
  /** Resolves when everybody who came before has ended. */
  come: () => Promise<void>
  /** Lets the next one through, once all before have ended as well; harmless when the turn was never asked for. */
  end: () => void
}

export type Turns = { reserve: () => Turn }

/** One at a time, in the order of coming. */
export function takingTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return {
    reserve() {
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      return {
        come: () => {
          const before = last
          // Somebody who gives up while waiting must not let the next one in beside the one who is inside.
          last = before.then(() => ended)
          return before
        },
        end,
      }
    },
  }
}
