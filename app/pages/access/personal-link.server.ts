import type { LoaderFunctionArgs } from '@remix-run/node'
import { claimedPersonId, provesPersonalToken, provesReminderToken } from '#app/domain/access/tokens.server.ts'
import { findLinkVersionBeforeErasing, findParticipant, type Participant } from '#db/attending/participants.ts'

export type LinkedPerson = Participant & {
  /** Of the link itself, for the addresses of the person's other pages. */
  token: string
}

/**
 * Whose own link this is. A link that was replaced, was made up or belongs to somebody whose data were erased is not there.
 * @throws 404
 */
export async function requirePerson({ params, context }: LoaderFunctionArgs): Promise<LinkedPerson> {
  const token = params.token ?? ''
  const personId = claimedPersonId(token)
  const participant = personId === undefined ? undefined : await findParticipant(context.db, personId)
  const { linkSecret } = context.site
  if (
    participant === undefined ||
    !provesPersonalToken(linkSecret, token, participant.personId, participant.linkVersion)
  )
    throw new Response(null, { status: 404 })
  return { ...participant, token }
}

/** Whether this was the link of somebody who was erased: the button pressed twice, or the page left open. */
export async function isLinkOfErased({ params, context }: LoaderFunctionArgs): Promise<boolean> {
  const token = params.token ?? ''
  const personId = claimedPersonId(token)
  const version = personId === undefined ? undefined : await findLinkVersionBeforeErasing(context.db, personId)
  if (personId === undefined || version === undefined) return false
  return provesPersonalToken(context.site.linkSecret, token, personId, version)
}

/**
 * Whose reminders this link stops. It proves itself without a question to the database, so guessing costs us nothing, and it also holds when that person was
 * erased meanwhile.
 * @throws 404
 */
export function requireReminderLink({ params, context }: LoaderFunctionArgs): string {
  const token = params.token ?? ''
  const personId = claimedPersonId(token)
  if (personId === undefined || !provesReminderToken(context.site.linkSecret, token, personId))
    throw new Response(null, { status: 404 })
  return personId
}
