import { dateInAmsterdam, formatTime } from '#app/domain/calendar-text.ts'
import { programmeMinutes } from '#app/domain/catalogue/programme-minutes.ts'
import { type Planning, warningsFor } from './closed-period.ts'

/** What to look at again before going on; staff may always go on. */
export type SessionOutline = {
  start: Temporal.Instant
  end: Temporal.Instant
  programme: readonly { minutes: number }[]
  capacity: number | undefined
  venueCapacity: number | undefined
  dosNumber: string | undefined
  /** People who have a place now. */
  seatsTaken: number
}

/** Sentences, most serious first; empty when nothing is the matter. */
export function sessionWarnings(outline: SessionOutline, planning: Planning): string[] {
  return [
    ...warningsFor(dateInAmsterdam(outline.start), planning).map(({ sentence }) => sentence),
    ...programmeWarnings(outline),
    ...capacityWarnings(outline),
    ...(outline.dosNumber === undefined
      ? ['Het DOS-nummer ontbreekt. Zonder DOS-nummer kunt u deze bijeenkomst niet publiceren.']
      : []),
  ]
}

function programmeWarnings({ start, end, programme }: SessionOutline): string[] {
  const planned = programmeMinutes(programme)
  const available = start.until(end).total('minutes')
  if (planned <= available) return []
  return [
    `Het programma duurt ${planned} minuten, maar tussen ${formatTime(start)} en ${formatTime(end)} uur zitten ${available} minuten. Kort het programma in of kies een latere eindtijd.`,
  ]
}

function capacityWarnings({ capacity, venueCapacity, seatsTaken }: SessionOutline): string[] {
  const warnings: string[] = []
  if (capacity !== undefined && venueCapacity !== undefined && capacity > venueCapacity)
    warnings.push(`U geeft ${capacity} plaatsen uit, maar in de zaal is plaats voor ${venueCapacity}.`)
  const room = Math.min(capacity ?? Number.POSITIVE_INFINITY, venueCapacity ?? Number.POSITIVE_INFINITY)
  if (seatsTaken > room)
    warnings.push(
      `Er zijn al ${seatsTaken} mensen met een plaats en er is plaats voor ${room}. Niemand raakt zijn plaats kwijt: zoek een grotere zaal of bel de griffie.`,
    )
  return warnings
}
