import type { RequestStatus } from '#app/domain/requesting/status.ts'
import type { StatusTone } from '../page/status-badge.tsx'

/** How a status looks; its words say the same. */
export const statusTone: Record<RequestStatus, StatusTone> = {
  awaitingMailbox: 'waiting',
  awaitingCoRequesters: 'waiting',
  submitted: 'info',
  inTreatment: 'info',
  questionAsked: 'warning',
  proposalMade: 'warning',
  optioned: 'waiting',
  confirmed: 'success',
  held: 'success',
  completed: 'quiet',
  bundled: 'quiet',
  split: 'quiet',
  declined: 'danger',
  withdrawn: 'quiet',
}
