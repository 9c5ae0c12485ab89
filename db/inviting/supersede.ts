import { sql } from 'kysely'
import type { Trx } from '../connection.server.ts'
import { isNotOnItsWay } from './held-mail.ts'

/**
 * Newer calendar mail makes older mail about the same evening to the same person pointless, reminders too: what has not left stays here. Mail that
 * is on its way at this moment is left alone; its lane makes the newer one wait.
 */
export async function supersedeOlderMail(
  trx: Trx,
  briefingSessionId: string,
  personIds: readonly string[],
): Promise<void> {
  await trx
    .updateTable('delivery')
    .from('outbox')
    .set({ state: 'superseded' })
    .whereRef('outbox.position', '=', 'delivery.position')
    .where('delivery.lane', '=', lanesOf(briefingSessionId, personIds))
    .where(isNotOnItsWay)
    .where(({ or, eb }) => or([eb('outbox.sequence', 'is not', null), eb('outbox.kind', '=', 'reminder')]))
    .execute()
}

/** Whose calendar cannot have an entry of this evening: everything that was posted is still here, untouched. */
export async function listWhoNeverGotMail(
  trx: Trx,
  briefingSessionId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('invitation')
    .select('person_id')
    .where('briefing_session_id', '=', briefingSessionId)
    .where('person_id', '=', sql<string>`any(${sql.val([...personIds])}::uuid[])`)
    .where('state', '=', 'ready')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('posted_mail')
            .select('posted_mail.id')
            .whereRef('posted_mail.briefing_session_id', '=', 'invitation.briefing_session_id')
            .whereRef('posted_mail.person_id', '=', 'invitation.person_id')
            .where('posted_mail.sequence', 'is not', null)
            .where((sent) => sent.or([sent('posted_mail.attempts', '>', 0), sent('posted_mail.state', '=', 'sent')])),
        ),
      ),
    )
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** Calendar mail of one person about one evening leaves in order. */
export function laneOf(briefingSessionId: string, personId: string): string {
  return `session:${briefingSessionId}:person:${personId}`
}

function lanesOf(briefingSessionId: string, personIds: readonly string[]) {
  return sql<string>`any(${sql.val(personIds.map((personId) => laneOf(briefingSessionId, personId)))}::text[])`
}
