import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { Refusal } from '#app/domain/refusal.ts'

/** An evening the province can give, and why this one. */
export type ProposedEvening = { start: Temporal.Instant; end: Temporal.Instant; reason: string }

/** One to three evenings, the best first, and what the council said to them. */
export type Proposal = {
  id: string
  proposedBy: { personId: string; name: string }
  proposedAt: Temporal.Instant
  /** `position` counts from 1: the order of preference. */
  evenings: (ProposedEvening & { position: number })[]
  answeredAt: Temporal.Instant | undefined
  /** Undefined in an answer: none of these evenings. */
  chosenPosition: number | undefined
  remark: string
  withdrawnAt: Temporal.Instant | undefined
  /** An evening was planned on the answer and called off. */
  isSpent: boolean
}

type Proposed = { proposals: readonly Proposal[] }

/** Neither answered nor taken back; the database allows one at a time. */
export function openProposal({ proposals }: Proposed): Proposal | undefined {
  return proposals.find(({ answeredAt, withdrawnAt }) => answeredAt === undefined && withdrawnAt === undefined)
}

/** The evening the council chose. Once another was proposed since, or the evening was planned and called off, the choice no longer counts. */
export function chosenEvening({ proposals }: Proposed): ProposedEvening | undefined {
  const last = proposals.at(-1)
  return last?.isSpent ? undefined : last?.evenings.find(({ position }) => position === last.chosenPosition)
}

export function proposesTheSame(one: readonly ProposedEvening[], other: readonly ProposedEvening[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end, reason }, at) => {
      const its = other[at]
      return its !== undefined && start.equals(its.start) && end.equals(its.end) && reason === its.reason
    })
  )
}

/** @throws Refusal evening-already-past */
export function assertAhead({ start, end }: ProposedEvening, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(start, now) <= 0)
    throw new Refusal('evening-already-past', { evening: formatSessionTime(start, end) })
}

/**
 * An answer comes in time only while its proposal is open.
 * @throws Refusal proposal-closed
 */
export function assertOpen({ answeredAt, withdrawnAt }: Proposal): void {
  if (withdrawnAt !== undefined) throw new Refusal('proposal-closed', { why: 'withdrawn' })
  if (answeredAt !== undefined) throw new Refusal('proposal-closed', { why: 'answered' })
}
