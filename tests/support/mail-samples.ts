import { createHash, randomUUID } from 'node:crypto'
import { personalToken } from '#app/domain/access/tokens.server.ts'
import { personalLinks } from '#app/domain/inviting/personal-links.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { laneOf } from '#db/inviting/supersede.ts'
import { mailAddresses } from '#emails/addresses.ts'
import { composeRaw } from '#emails/compose-raw.server.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import { addressed, anEvening, anInvitee } from '#emails/samples/every-mail.ts'

type About = { personId: string; sessionId: string }

/** An invitation of the story that no server took, with the person's own links in it. The same one each time. */
export async function aFailedInvitation(
  db: Db,
  site: Pick<Site, 'baseUrl' | 'linkSecret' | 'mailDomain'>,
  { personId, sessionId }: About,
): Promise<{ id: string; secrets: string[]; address: string }> {
  const person = await db
    .selectFrom('person')
    .innerJoin('email_address', 'email_address.id', 'person.email_address_id')
    .select(['person.name', 'person.calendar_token', 'person.link_version', 'email_address.address'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow()
  const token = personalToken(site.linkSecret, personId, person.link_version)
  const organizer = mailAddresses(site.mailDomain).answersTo(person.calendar_token)
  const invitee = {
    ...anInvitee,
    name: person.name,
    address: person.address,
    organizer,
    links: personalLinks(site, token).ofSession(sessionId),
  }
  const stamp = { sequence: 0, stampedAt: Temporal.Instant.from('2026-11-24T09:00:00Z') }
  const content = invitation({ evening: anEvening, invitee, stamp })
  const raw = await composeRaw({ ...addressed(content, invitee), replyTo: organizer })
  const id = randomUUID()
  const kept = await db
    .insertInto('outbox')
    .values({
      id,
      dedupe_key: `sample:${sessionId}:${personId}`,
      kind: 'invitation',
      is_dossier: true,
      dos_number: anEvening.dosNumber,
      briefing_session_id: sessionId,
      person_id: personId,
      sequence: 0,
      envelope_from: `bounce+${id}@${site.mailDomain}`,
      recipient: person.address,
      message_id: `<${id}@${site.mailDomain}>`,
      subject: content.subject,
      raw,
      created_at: '2026-11-24T09:00:00Z',
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doUpdateSet({ kind: 'invitation' }))
    .returning(['id', 'position'])
    .executeTakeFirstOrThrow()
  await db
    .insertInto('delivery')
    .values({
      position: kept.position,
      lane: laneOf(sessionId, personId),
      state: 'failed',
      attempts: 1,
      next_attempt_at: '2026-11-24T09:00:00Z',
      smtp_code: 550,
      smtp_text: '550 5.1.1 … no such user here',
    })
    .onConflict((conflict) => conflict.column('position').doNothing())
    .execute()
  return { id: kept.id, secrets: [token, person.calendar_token], address: person.address }
}

/** A mail that somebody sent us, judged already. The same bytes are kept once. */
export async function anIncomingMail(db: Db, raw: Buffer, { personId, sessionId }: About): Promise<string> {
  const kept = await db
    .insertInto('inbox')
    .values({
      sha256: createHash('sha256').update(raw).digest(),
      raw,
      door: 'lmtp',
      delivered_to: null,
      received_at: '2026-11-24T10:00:00Z',
      state: 'processed',
      finding: 'reply:ACCEPTED',
      decision: 'apply',
      reason: 'ownAddress',
      person_id: personId,
      briefing_session_id: sessionId,
      processed_at: '2026-11-24T10:00:01Z',
    })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ attempts: 0 }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return kept.id
}
