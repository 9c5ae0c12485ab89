import { maskFor } from '#app/domain/inviting/masked-text.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { type InboxFilter, type ListedIncoming, listInbox } from '#db/inviting/inbox-list.ts'
import { showMailHead } from '#emails/show-mail.ts'

export type IncomingRow = Omit<ListedIncoming, 'head'> & { from: string; subject: string }

/** One page of the inbox, with who wrote each mail and about what. */
export async function listIncomingMail(db: Db, site: Site, filter: InboxFilter) {
  const { mails, next } = await listInbox(db, filter)
  const mask = maskFor(site, [])
  const rows = await Promise.all(
    mails.map(async ({ head, ...mail }): Promise<IncomingRow> => ({ ...mail, ...(await showMailHead(head, mask)) })),
  )
  return { rows, next }
}
