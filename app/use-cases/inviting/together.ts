type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Lets what comes while work is being done be done together, in the order of coming: whoever comes alone waits for nobody, and when it is busy many share
 * what each would have paid for alone. One piece of work at a time.
 *
 * @param work gives one result for each item, in the same order; when it rejects, all of them fail
 * @param most so many go in one piece of work
 * @param keyOf at most one of each key goes in one piece of work; the others of that key wait for the next
 */
export function together<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
  { most, keyOf }: { most: number; keyOf?: (item: Item) => string },
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let isWorking = false

  const takeSome = () => {
    const passed = new Set<string>()
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
  const workOn = async () => {
    isWorking = true
    for (let taken = takeSome(); taken.length > 0; taken = takeSome()) {
      try {
        const results = await work(taken.map(({ item }) => item))
        for (const [at, each] of taken.entries()) each.resolve(results[at] as Result)
      } catch (error) {
        for (const each of taken) each.reject(error)
      }
    }
    isWorking = false
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!isWorking) void workOn()
    })
}
