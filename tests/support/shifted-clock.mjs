/**
 * Loaded in a portal before anything else (`NODE_OPTIONS=--import`): its clock stands at CLOCK_STARTS_AT when the process begins and runs from there. Timers keep
 * their pace, and so does the clock of the database.
 */
const shift = Date.parse(process.env.CLOCK_STARTS_AT ?? '') - Date.now()
if (Number.isNaN(shift)) throw new Error('CLOCK_STARTS_AT is not a moment')

const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [RealDate.now() + shift]))
  }
  static now() {
    return RealDate.now() + shift
  }
}

const real = Temporal.Now.instant
const instant = () => real().add({ milliseconds: Math.round(shift) })
const zoned = (zone = Temporal.Now.timeZoneId()) => instant().toZonedDateTimeISO(zone)
Object.assign(Temporal.Now, {
  instant,
  zonedDateTimeISO: zoned,
  plainDateTimeISO: (zone) => zoned(zone).toPlainDateTime(),
  plainDateISO: (zone) => zoned(zone).toPlainDate(),
  plainTimeISO: (zone) => zoned(zone).toPlainTime(),
})
