import type { MailReach } from '#app/domain/inviting/mail-reach.ts'

/** Of a row that was joined with its address. */
export function reachOf(row: { email_address_id: string | null; suspended_at: string | null }): MailReach {
  if (row.email_address_id === null) return 'noAddress'
  return row.suspended_at === null ? 'reached' : 'cameBack'
}
