import { signInLinkLifetime } from '#app/domain/access/sign-in.ts'
import { hashToken, newToken } from '#app/domain/access/tokens.server.ts'
import type { Site } from '#app/domain/site.ts'
import { postMessage } from '#app/use-cases/inviting/post-message.ts'
import { findMailboxHolder } from '#db/access/people.ts'
import { insertSignInLink } from '#db/access/sign-in-tokens.ts'
import type { Db } from '#db/connection.server.ts'
import { signInLink } from '#emails/access/sign-in-link.ts'

export type SignInLinkOrder = { mailId: string; emailAddressId: string | null; returnTo: string }

/** Mails a link to whoever may sign in with this mailbox; to anybody else nothing. Run twice it mails once. */
export async function sendSignInLink(db: Db, site: Site, order: SignInLinkOrder, now: Temporal.Instant): Promise<void> {
  const { emailAddressId, mailId, returnTo } = order
  if (emailAddressId === null) return
  await db.transaction().execute(async (trx) => {
    const holder = await findMailboxHolder(trx, emailAddressId, now)
    if (!holder) return
    const token = newToken()
    const expiresAt = now.add(signInLinkLifetime)
    const posted = await postMessage(
      trx,
      site,
      {
        content: signInLink({ name: holder.name, signInUrl: `${site.baseUrl}/inloggen/${token}`, expiresAt }),
        to: holder,
        dedupeKey: `sign-in-link:${mailId}`,
        // Not the person's own lane: signing in does not wait for a mail that a full mailbox holds up.
        lane: `sign-in:${holder.personId}`,
        personId: holder.personId,
      },
      now,
    )
    if (posted === 'queued')
      await insertSignInLink(trx, { tokenHash: hashToken(token), emailAddressId, returnTo, now, expiresAt })
  })
}
