export type NoticeKind = 'info' | 'warning' | 'success' | 'error'

const shapes: Record<NoticeKind, string> = {
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v6M12 7.4v.2',
  warning: 'M12 3.5 2.5 20.5h19L12 3.5ZM12 10v5M12 17.6v.2',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM7.8 12.3l2.9 2.9 5.5-6',
  error: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3L8.3 3ZM9 9l6 6M15 9l-6 6',
}

/** A different outline for each kind, so that the kinds differ without colour. */
export function NoticeIcon({ kind }: { kind: NoticeKind }) {
  return (
    <svg className="icon line-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d={shapes[kind]} />
    </svg>
  )
}
