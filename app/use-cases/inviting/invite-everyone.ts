import type { SessionChange } from '#app/domain/scheduling/session-change.ts'
import type { Site } from '#app/domain/site.ts'
import type { Trx } from '#db/connection.server.ts'

export type InviteEveryone = { briefingSessionId: string; change: SessionChange }

/** Sends everybody who is registered for an evening the calendar mail that this change asks for, in the caller's transaction. */
export async function inviteEveryone(
  _trx: Trx,
  _site: Site,
  _input: InviteEveryone,
  _now: Temporal.Instant,
): Promise<void> {}
