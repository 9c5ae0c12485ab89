import type { GuessReason, IncomingMail } from '#app/domain/inviting/incoming-mail.ts'
import type { Db } from '#db/connection.server.ts'
import { findPersonByAddress } from '#db/inviting/reply-context.ts'
import { findOnlyParticipantNamed } from '#db/inviting/tray-candidates.ts'

/** The best guess of whom an unknown mail is from, for staff to judge: anybody can write any sender and any name. */
export async function guessPerson(
  db: Db,
  { from, fromName }: Pick<IncomingMail, 'from' | 'fromName'>,
  briefingSessionId: string | undefined,
): Promise<{ personId: string; by: GuessReason } | undefined> {
  const bySender = from === undefined ? undefined : await findPersonByAddress(db, from)
  if (bySender) return { personId: bySender.id, by: 'sender' }
  if (briefingSessionId === undefined || fromName.trim() === '') return undefined
  const personId = await findOnlyParticipantNamed(db, briefingSessionId, fromName.trim())
  return personId === undefined ? undefined : { personId, by: 'name' }
}
