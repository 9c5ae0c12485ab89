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

/** Whether somebody else can take a seat that was given up. */
export function isLimited({ capacity, quota }: SeatLimits): boolean {
  return capacity !== undefined || quota !== undefined
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

/**
 * Deals the seats that are left to people in this order, and gives back who gets none.
 * @param taken how many seats each council has taken already
 */
export function withoutRoom<Person extends { councilId: string }>(
  limitsOf: (councilId: string) => SeatLimits,
  taken: ReadonlyMap<string, number>,
  people: readonly Person[],
): Person[] {
  const byCouncil = new Map(taken)
  let total = [...byCouncil.values()].reduce((sum, seats) => sum + seats, 0)
  return people.filter(({ councilId }) => {
    const own = byCouncil.get(councilId) ?? 0
    if (!hasRoom(limitsOf(councilId), { total, byCouncil: own })) return true
    byCouncil.set(councilId, own + 1)
    total += 1
    return false
  })
}
