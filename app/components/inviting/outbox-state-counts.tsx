import { type OutboxState, outboxStates, outboxStateWords } from '#app/domain/inviting/outbox-words.ts'
import { outboxPath } from '#app/forms/inviting/outbox-filter.ts'

type OutboxStateCountsProps = {
  counts: Record<OutboxState, number>
  countsUpTo: number
  current: OutboxState | undefined
}

/** How many mails are in each state; each leads to those mails. */
export function OutboxStateCounts({ counts, countsUpTo, current }: OutboxStateCountsProps) {
  return (
    <nav aria-label="Mails per toestand">
      <ul className="state-counts">
        {outboxStates.map((state) => (
          <li key={state}>
            <a href={outboxPath({ state })} aria-current={state === current ? 'true' : undefined}>
              {counts[state] > countsUpTo ? `meer dan ${countsUpTo}` : counts[state]} {outboxStateWords[state]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
