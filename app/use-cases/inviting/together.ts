type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Lets what comes while work is being done be done together, in the order of coming: whoever comes alone waits for nobody, and when it is busy many share
 * what each would have paid for alone.
 *
 * @param work gives one result for each item, in the same order; when it rejects, all of them fail
 * @param most so many go in one piece of work
 * @param atOnce so many pieces of work are done side by side; one when left out
 * @param keyOf at most one of each key is being worked on; the others of that key wait until it is done
 */
export function together<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
  { most, atOnce = 1, keyOf }: { most: number; atOnce?: number; keyOf?: (item: Item) => string },
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let pieces = 0
  const busyKeys = new Set<string>()
  const keysOf = (some: typeof waiting) => (keyOf ? some.map(({ item }) => keyOf(item)) : [])

  const takeSome = () => {
    const passed = new Set(busyKeys)
    const taken: typeof waiting = []
    const left: typeof waiting = []
    for (const each of waiting) {
      const key = keyOf?.(each.item)
      const fits = taken.length < most && (key === undefined || !passed.has(key))
      if (key !== undefined) passed.add(key)
      ;(fits ? taken : left).push(each)
    }
    waiting = left
    return taken
  }
  const workOn = async (taken: typeof waiting) => {
    try {
      const results = await work(taken.map(({ item }) => item))
      for (const [at, each] of taken.entries()) each.resolve(results[at] as Result)
    } catch (error) {
      for (const each of taken) each.reject(error)
    }
  }
  const begin = () => {
    while (pieces < atOnce) {
      const taken = takeSome()
      if (taken.length === 0) return
      const keys = keysOf(taken)
      for (const key of keys) busyKeys.add(key)
      pieces++
      void workOn(taken).then(() => {
        for (const key of keys) busyKeys.delete(key)
        pieces--
        begin()
      })
    }
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      begin()
    })
}
