/**
 * Makes `toEqual` and `toMatchObject` compare moments, days and durations by what they are. A Temporal value has no properties of its own, so that `expect` takes
 * any two of one kind for equal; what can be iterated it compares step by step. The configuration loads this in every process that runs tests.
 */
for (const kind of [
  Temporal.Instant,
  Temporal.PlainDate,
  Temporal.PlainTime,
  Temporal.PlainDateTime,
  Temporal.ZonedDateTime,
  Temporal.PlainYearMonth,
  Temporal.PlainMonthDay,
  Temporal.Duration,
])
  Object.defineProperty(kind.prototype, Symbol.iterator, {
    configurable: true,
    *value(this: { toString: () => string }) {
      yield this.toString()
    },
  })
