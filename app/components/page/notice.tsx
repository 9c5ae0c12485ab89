import type { ReactNode } from 'react'
import { NoticeIcon, type NoticeKind } from './notice-icon.tsx'

type NoticeProps = {
  kind?: NoticeKind
  title?: ReactNode
  /** "status" when the page says the outcome of what was just done: at most one on a page. */
  role?: 'status' | 'alert'
  children?: ReactNode
}

const modifiers = { info: 'info', warning: 'warning', success: 'ok', error: 'error' } as const
const spokenKinds = { info: 'Ter informatie', warning: 'Let op', success: 'Gelukt', error: 'Fout' } as const

// A screen reader says what changes in a status, not what a page opens with: so that takes the focus.
const news = { tabIndex: -1, autoFocus: true, 'aria-labelledby': 'uitkomst-tekst' }

/** A message in a coloured box. The kind is spoken, drawn and coloured. */
export function Notice({ kind = 'info', title, role, children }: NoticeProps) {
  return (
    <div
      className={`utrecht-alert utrecht-alert--${modifiers[kind]} notice notice-${kind}`}
      role={role}
      {...(role && news)}
    >
      <NoticeIcon kind={kind} />
      <div id={role && 'uitkomst-tekst'} className="stack">
        <span className="visually-hidden">{spokenKinds[kind]}: </span>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
