import type { ReactNode } from 'react'

type EmptyStateProps = {
  title: string
  /** What will appear here, and what to do first. */
  children: ReactNode
  action?: ReactNode
}

/** Nothing here yet, said usefully. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action && <div className="actions">{action}</div>}
    </div>
  )
}
