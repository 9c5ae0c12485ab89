import { type SessionStatus, sessionStatusTexts } from '#app/domain/scheduling/briefing-session.ts'
import { StatusBadge, type StatusTone } from '../page/status-badge.tsx'

const tones: Record<SessionStatus, StatusTone> = {
  draft: 'quiet',
  option: 'waiting',
  published: 'success',
  changed: 'info',
  cancelled: 'danger',
  held: 'quiet',
}

export function SessionStatusBadge({ status }: { status: SessionStatus }) {
  return <StatusBadge tone={tones[status]}>{sessionStatusTexts[status]}</StatusBadge>
}
