import { sql } from 'kysely'

/** Of a participant of one evening: expects `email_address` and `invitation`, both of which may be missing, in the query. */
export const isUnreachable = sql<boolean>`(email_address.suspended_at is not null or coalesce(invitation.state = 'undelivered', false))`
