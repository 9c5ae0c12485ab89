import type { ReactNode } from 'react'
import { NoticeIcon, type NoticeKind } from './notice-icon.tsx'

type NoticeProps = {
  kind?: NoticeKind
  title?: ReactNode
  /** "status" when the page says the outcome of what was just done, so that it is read aloud. */
  role?: 'status' | 'alert'
  children?: ReactNode
}

const modifiers = { info: 'info', warning: 'warning', success: 'ok', error: 'error' } as const
const spokenKinds = { info: 'Ter informatie', warning: 'Let op', success: 'Gelukt', error: 'Fout' } as const

/** A message in a coloured box. The kind is spoken, drawn and coloured. */
export function Notice({ kind = 'info', title, role, children }: NoticeProps) {
  return (
    <div className={`utrecht-alert utrecht-alert--${modifiers[kind]} notice notice-${kind}`} role={role}>
      <NoticeIcon kind={kind} />
      <div className="stack">
        <span className="visually-hidden">{spokenKinds[kind]}: </span>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
