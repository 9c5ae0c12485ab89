import type { ReactNode } from 'react'

export type StatusTone = 'quiet' | 'info' | 'waiting' | 'success' | 'warning' | 'danger'

/** A status in words. The colour and the mark before it only repeat what the words say. */
export function StatusBadge({ tone = 'quiet', children }: { tone?: StatusTone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}
