import { placesToCome } from '#app/domain/attending/registration.ts'
import type { Trx } from '../connection.server.ts'
import { isNotOnItsWay } from '../inviting/held-mail.ts'
import { forgetTrayChoices } from '../inviting/tray-memory.ts'

/** Evenings still to come in which this person holds or waits for a seat, in one order for everybody: locks never cross. */
export async function listComingEvenings(trx: Trx, personId: string, now: Temporal.Instant): Promise<string[]> {
  const rows = await trx
    .selectFrom('registration')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .select('briefing_session.id')
    .distinct()
    .where('registration.person_id', '=', personId)
    .where('registration.place', 'in', placesToCome)
    .where('briefing_session.ends_at', '>', now.toString())
    .orderBy('briefing_session.id')
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Takes out everything that says who this was: address (and with it every alias and sign-in token), name, phone, words, needs, and the
 * bytes of every mail. The rows stay without a person in them, so that counts stay true.
 */
export async function erasePersonData(trx: Trx, personId: string, now: Temporal.Instant): Promise<void> {
  await trx
    .deleteFrom('email_address')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('person')
        .select('email_address_id')
        .where('person.id', '=', personId)
        .where('email_address_id', 'is not', null)
        .$castTo<{ email_address_id: string }>()
        .union(eb.selectFrom('person_alias').select('email_address_id').where('person_alias.person_id', '=', personId)),
    )
    .execute()
  await trx
    .updateTable('registration')
    .set({ facility: null, question: null })
    .where('person_id', '=', personId)
    .execute()
  await trx
    .updateTable('registration')
    .set({ place: 'unregistered', ended_at: now.toString() })
    .where('person_id', '=', personId)
    .where('place', 'in', placesToCome)
    .execute()
  // One by one: of "or" the database makes a look through every reply there is.
  await trx
    .updateTable('reply')
    .from('registration')
    .set({ remark: '' })
    .whereRef('reply.registration_id', '=', 'registration.id')
    .where('registration.person_id', '=', personId)
    .execute()
  await trx
    .updateTable('reply')
    .from('engagement')
    .set({ remark: '' })
    .whereRef('reply.engagement_id', '=', 'engagement.id')
    .where('engagement.person_id', '=', personId)
    .execute()
  await trx
    .updateTable('engagement')
    .set({ ended_at: now.toString() })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute()
  await trx
    .updateTable('delivery')
    .from('outbox')
    .set((eb) => ({
      state: eb
        .case()
        .when(isNotOnItsWay)
        .then('superseded' as const)
        .else(eb.ref('delivery.state'))
        .end(),
      smtp_text: null,
    }))
    .whereRef('outbox.position', '=', 'delivery.position')
    .where('outbox.person_id', '=', personId)
    .execute()
  await trx
    .updateTable('outbox')
    .set({ raw: Buffer.alloc(0), recipient: '', subject: '', purged_at: now.toString() })
    .where('person_id', '=', personId)
    .execute()
  await trx
    .updateTable('inbox')
    .set({ raw: Buffer.alloc(0), delivered_to: null, purged_at: now.toString() })
    .set({ sender: null, subject: null, delegated_to: null })
    .where('person_id', '=', personId)
    .execute()
  // There is nothing left in it for staff to look at.
  await trx
    .updateTable('inbox')
    .set({ state: 'closed' })
    .where('person_id', '=', personId)
    .where('state', '=', 'review')
    .execute()
  await trx.deleteFrom('withheld_mail').where('person_id', '=', personId).execute()
  await forgetTrayChoices(trx, { personId })
  await trx.deleteFrom('reply_confirmation').where('person_id', '=', personId).execute()
  await trx.deleteFrom('sign_in').where('person_id', '=', personId).execute()
  await trx.deleteFrom('calendar_feed').where('person_id', '=', personId).execute()
  await trx
    .updateTable('person')
    .set((eb) => ({
      name: 'Gewist',
      phone: null,
      email_address_id: null,
      erased_at: now.toString(),
      link_version: eb('link_version', '+', 1),
    }))
    .where('id', '=', personId)
    .execute()
}
