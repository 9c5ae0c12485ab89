import type { BriefingSession } from '../scheduling/briefing-session.ts'

/** How many seats are taken: in all, and by one council. */
export type SeatsTaken = { total: number; byCouncil: number }

export type SeatLimits = { capacity: number | undefined; quota: number | undefined }

/** What staff filled in; else what the room holds. Without either there is no limit. */
export function seatLimits(
  session: Pick<BriefingSession, 'capacity' | 'venue' | 'councils'>,
  councilId: string,
): SeatLimits {
  return {
    capacity: session.capacity ?? session.venue?.capacity,
    quota: session.councils.find((council) => council.councilId === councilId)?.quota,
  }
}

/** A council may not take more of a regional evening than its share, however empty the room. */
export function hasRoom({ capacity, quota }: SeatLimits, taken: SeatsTaken): boolean {
  return (capacity === undefined || taken.total < capacity) && (quota === undefined || taken.byCouncil < quota)
}

/** Undefined when nothing limits it. */
export function placesLeft({ capacity, quota }: SeatLimits, taken: SeatsTaken): number | undefined {
  const left = [
    ...(capacity === undefined ? [] : [capacity - taken.total]),
    ...(quota === undefined ? [] : [quota - taken.byCouncil]),
  ]
  return left.length === 0 ? undefined : Math.max(0, Math.min(...left))
}
