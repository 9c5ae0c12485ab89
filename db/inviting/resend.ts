import { hasLeft } from '#app/domain/attending/registration.ts'
import type { MailToResend } from '#app/domain/inviting/resend-rule.ts'
import type { Db, Trx } from '../connection.server.ts'
import { addJob } from '../jobs.ts'
import type { OutboxMail } from './outbox-mail.ts'

/** What decides whether a mail can go once more, but for the evening itself. */
export async function findResendFacts(
  db: Db,
  mail: Pick<OutboxMail, 'id' | 'kind' | 'state' | 'isCalendar' | 'purgedAt' | 'recipient' | 'session'> & {
    person: { isErased: boolean } | undefined
  },
): Promise<Omit<MailToResend, 'sessionClosed'>> {
  const { person, session } = mail
  const row = await db
    .selectFrom('outbox')
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('email_address')
            .select('email_address.id')
            .where(({ or, eb: either }) =>
              or([
                either('email_address.address', '=', mail.recipient),
                either(
                  'email_address.id',
                  '=',
                  either
                    .selectFrom('person')
                    .select('person.email_address_id')
                    .whereRef('person.id', '=', 'outbox.person_id')
                    .$asScalar(),
                ),
              ]),
            )
            .where('email_address.suspended_at', 'is not', null),
        )
        .as('is_suspended'),
      eb
        .selectFrom('briefing_request')
        .select('briefing_request.status')
        .whereRef('briefing_request.id', '=', 'outbox.briefing_request_id')
        .as('request_status'),
      eb
        .selectFrom('registration')
        .select('registration.place')
        .whereRef('registration.briefing_session_id', '=', 'outbox.briefing_session_id')
        .whereRef('registration.person_id', '=', 'outbox.person_id')
        .orderBy('registration.registered_at', 'desc')
        .limit(1)
        .as('place'),
      eb
        .exists(
          eb
            .selectFrom('outbox as newer')
            .select('newer.id')
            .whereRef('newer.person_id', '=', 'outbox.person_id')
            .whereRef('newer.briefing_session_id', '=', 'outbox.briefing_session_id')
            .whereRef('newer.position', '>', 'outbox.position')
            .where('newer.sequence', 'is not', null),
        )
        .as('has_newer'),
    ])
    .where('outbox.id', '=', mail.id)
    .executeTakeFirstOrThrow()
  return {
    kind: mail.kind,
    state: mail.state,
    isCalendar: mail.isCalendar && person !== undefined && session !== undefined,
    isPurged: mail.purgedAt !== undefined || mail.recipient === '',
    isErased: person?.isErased ?? false,
    isSuspended: Boolean(row.is_suspended),
    // Mail to a clerk about an evening is not part of anybody's calendar, so its order does not matter.
    hasNewer: Boolean(row.has_newer) && row.place !== null,
    takesPart: row.place === null ? undefined : !hasLeft(row.place),
    requestStatus: row.request_status ?? undefined,
  }
}

/** A mail that failed goes again as it is, with the waiting times from the start. False when somebody did this already. */
export async function putBackInOutbox(trx: Trx, id: string, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('delivery')
    .from('outbox')
    .set({
      state: 'pending',
      attempts: 0,
      doubts: 0,
      next_attempt_at: now.toString(),
      lease_until: null,
      resent_at: now.toString(),
    })
    .whereRef('outbox.position', '=', 'delivery.position')
    .where('outbox.id', '=', id)
    .where('delivery.state', '=', 'failed')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await addJob(trx, 'deliverMails', {})
  return true
}
