import { trayChoiceWords } from '#app/domain/inviting/tray.ts'
import { NotFound, Refusal } from '#app/domain/refusal.ts'
import type { Trx } from '#db/connection.server.ts'
import { lockTrayMail, type TrayMail } from '#db/inviting/tray.ts'

/**
 * Of two members of staff who act at once the second waits here, and hears what the first did.
 * @throws NotFound, or Refusal reply-already-handled
 */
export async function lockOpenReply(trx: Trx, inboxId: string): Promise<TrayMail> {
  const mail = await lockTrayMail(trx, inboxId)
  if (mail === undefined) throw new NotFound('incoming mail')
  if (mail.isOpen) return mail
  if (mail.handled)
    throw new Refusal('reply-already-handled', { by: mail.handled.by, text: trayChoiceWords[mail.handled.choice] })
  throw new Refusal('reply-already-handled', {
    by: mail.person?.name ?? 'De deelnemer',
    text: 'het antwoord is bevestigd',
  })
}
