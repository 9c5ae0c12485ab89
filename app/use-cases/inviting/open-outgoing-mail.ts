import { personalToken } from '#app/domain/access/tokens.server.ts'
import { maskFor } from '#app/domain/inviting/masked-text.ts'
import type { ShownMail } from '#app/domain/inviting/shown-mail.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { findOutboxMail, type OutboxMail } from '#db/inviting/outbox-mail.ts'
import { showMail } from '#emails/show-mail.ts'

/** What may leave this use case: neither the bytes nor what opens somebody's page. `shown` is undefined once its text was taken out. */
export type OpenedMail = {
  mail: Omit<OutboxMail, 'raw' | 'person'> & { person: Omit<NonNullable<OutboxMail['person']>, Secrets> | undefined }
  shown: ShownMail | undefined
}

type Secrets = 'calendarToken' | 'linkVersion'

/** One mail that we made, as it looked, without what it lets its recipient do. */
export async function openOutgoingMail(db: Db, site: Site, id: string): Promise<OpenedMail | undefined> {
  const mail = await findOutboxMail(db, id)
  if (!mail) return undefined
  const { raw, person, ...facts } = mail
  return {
    mail: { ...facts, person: person && { id: person.id, name: person.name, isErased: person.isErased } },
    shown: raw.length > 0 ? await showMail(raw, maskFor(site, secretsOf(site, person))) : undefined,
  }
}

type Owner = { id: string; calendarToken: string; linkVersion: number }

/** What would let somebody else act as this person. */
export function secretsOf(site: Site, owner: Owner | undefined): string[] {
  if (!owner) return []
  const token = personalToken(site.linkSecret, owner.id, owner.linkVersion)
  // Its first half is only the id, which staff know: wherever the two came apart, the second alone is the secret.
  return [token, token.slice(-22), owner.calendarToken]
}
