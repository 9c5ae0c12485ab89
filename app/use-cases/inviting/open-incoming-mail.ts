import { maskFor } from '#app/domain/inviting/masked-text.ts'
import type { ShownMail } from '#app/domain/inviting/shown-mail.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { findInboxMail, type InboxMailFound } from '#db/inviting/inbox-list.ts'
import { showMail } from '#emails/show-mail.ts'
import { secretsOf } from './open-outgoing-mail.ts'

export type OpenedIncoming = {
  mail: Omit<InboxMailFound, 'raw' | 'person'> & { person: { id: string; name: string } | undefined }
  shown: ShownMail | undefined
}

/** One mail that came in. It may quote ours, so what would let somebody act as its sender is masked here too. */
export async function openIncomingMail(db: Db, site: Site, id: string): Promise<OpenedIncoming | undefined> {
  const found = await findInboxMail(db, id)
  if (!found) return undefined
  const { raw, person, ...mail } = found
  return {
    mail: { ...mail, person: person && { id: person.id, name: person.name } },
    shown: raw.length > 0 ? await showMail(raw, maskFor(site, secretsOf(site, person))) : undefined,
  }
}
