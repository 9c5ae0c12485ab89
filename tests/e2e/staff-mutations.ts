import { randomUUID } from 'node:crypto'
import { recordAnswerByPhone } from '#app/use-cases/inviting/record-answer-by-phone.ts'
import { listFeeds, openFeed } from '#db/inviting/calendar-feeds.ts'
import { inWeeks } from '#tests/support/here-and-now.ts'
import { aFailedInvitation } from '#tests/support/mail-samples.ts'
import { aClerk, aPerson, aSignIn } from '#tests/support/people.ts'
import { aProposal } from '#tests/support/proposals.ts'
import { aBareRequest } from '#tests/support/requests.ts'
import { aSpeaker, aVenue } from '#tests/support/sessions.ts'
import { signInLinkFor } from '#tests/support/sign-in.ts'
import { aMember, anEvening, anUnknownReply, type Desk, proposalForm, sessionForm } from './staff-desk.ts'

export type StaffMutation = {
  /** What the action runs, as it is called in app/use-cases. */
  useCase: string
  /** Makes what the form is about, and gives the form. */
  fill: (desk: Desk) => Promise<{ path: string; form: Record<string, string> }>
  /** What the audit has to say of it: one line about the thing itself, and one for everything else that changed with it. */
  writes: readonly [itself: string, ...others: string[]]
}

/**
 * Every form by which staff change something, by the file of its route. An action of a route that staff use needs its line here, and so does every use
 * case that such a route calls, or `staff-audit.test.ts` fails.
 */
export const staffMutations: Record<string, StaffMutation[]> = {
  'beheer.aanvraag.$reference._index': [step('takeRequest', '', {}, 'briefingRequest.taken')],
  'beheer.aanvraag.$reference.aannemen': [step('acceptRequest', '/aannemen', {}, 'briefingRequest.accepted')],
  'beheer.aanvraag.$reference.afwijzen': [
    step(
      'declineRequest',
      '/afwijzen',
      { reason: 'noSpeakerInTime', alternative: 'Kom naar de regioavond.' },
      'briefingRequest.declined',
    ),
  ],
  'beheer.aanvraag.$reference.dos-nummer': [
    step('setDosNumber', '/dos-nummer', { dosNumber: 'DOS-2026-0001081' }, 'briefingRequest.dosNumberSet'),
  ],
  'beheer.aanvraag.$reference.voorstel': [
    {
      useCase: 'proposeEvenings',
      fill: async ({ db }) => {
        const { reference } = await aBareRequest(db, ['voorschoten'])
        return { path: `/beheer/aanvraag/${reference}/voorstel`, form: { ...proposalForm(), step: 'versturen' } }
      },
      writes: ['briefingRequest.proposed'],
    },
  ],
  'beheer.aanvraag.$reference.voorstel-intrekken': [
    {
      useCase: 'withdrawProposal',
      fill: async ({ db, site, staff }) => {
        const { reference } = await aBareRequest(db, ['voorschoten'])
        await aProposal(db, { reference, staffId: staff.personId, site }, Temporal.Now.instant())
        return { path: `/beheer/aanvraag/${reference}/voorstel-intrekken`, form: { version: '2' } }
      },
      writes: ['briefingRequest.proposalWithdrawn'],
    },
  ],
  'beheer.aanvraag.$reference.vraag': [
    step('askClarification', '/vraag', { question: 'Voor hoeveel mensen?' }, 'briefingRequest.questionAsked'),
  ],

  'beheer.sessies.nieuw': [
    {
      useCase: 'planSession',
      fill: async ({ db }) => {
        const { reference, councilIds } = await aBareRequest(db, ['voorschoten'])
        const form = { ...sessionForm(), id: randomUUID(), 'councilIds[0]': councilIds[0] ?? '' }
        return { path: `/beheer/sessies/nieuw?aanvraag=${reference}`, form }
      },
      writes: ['briefingSession.planned'],
    },
  ],
  'beheer.sessies.$id.bewerken': [
    {
      useCase: 'changeSession',
      fill: async (desk) => {
        const { id, version } = await anEvening(desk)
        const form = { ...sessionForm({ weeks: 9 }), version, step: 'toepassen' }
        return { path: `/beheer/sessies/${id}/bewerken`, form }
      },
      writes: ['briefingSession.moved'],
    },
  ],
  'beheer.sessies.$id.optie': [
    {
      useCase: 'offerOption',
      fill: async (desk) => {
        const { id, version } = await anEvening(desk, { isPublished: false })
        await aClerk(desk.db, 'voorschoten')
        const expiryDate = inWeeks(2).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString()
        const form = { version, expiryDate, expiryTime: '17.00', step: 'aanbieden' }
        return { path: `/beheer/sessies/${id}/optie`, form }
      },
      writes: ['briefingSession.optioned', 'briefingRequest.optioned'],
    },
  ],
  'beheer.sessies.$id.publiceren': [
    {
      useCase: 'publishSession',
      fill: async (desk) => {
        const { id, version } = await anEvening(desk, { isPublished: false })
        return { path: `/beheer/sessies/${id}/publiceren`, form: { version } }
      },
      writes: ['briefingSession.published', 'briefingRequest.confirmed'],
    },
  ],
  'beheer.sessies.$id.annuleren': [
    {
      useCase: 'cancelSession',
      fill: async (desk) => {
        const { id, version } = await anEvening(desk)
        const form = { version, reason: 'De spreker is ziek.', step: 'annuleren' }
        return { path: `/beheer/sessies/${id}/annuleren`, form }
      },
      writes: ['briefingSession.cancelled', 'briefingRequest.backInTreatment'],
    },
  ],
  'beheer.sessies.$id.uitnodigen': [
    {
      useCase: 'inviteBooked',
      fill: async (desk) => {
        const speakerId = await aSpeaker(desk.db, 'Noor Voorbeeld')
        const { id } = await anEvening(desk, { speakerIds: [speakerId] })
        const { emailAddressId } = await aPerson(desk.db)
        await desk.db
          .updateTable('speaker')
          .set({ email_address_id: emailAddressId })
          .where('id', '=', speakerId)
          .execute()
        return { path: `/beheer/sessies/${id}/uitnodigen`, form: {} }
      },
      writes: ['briefingSession.bookedInvited'],
    },
  ],
  'beheer.sessies.$id.herinneren': [
    {
      useCase: 'remindCouncils',
      fill: async (desk) => {
        const { id, registrationId } = await aMember(desk)
        await desk.db.updateTable('registration').set({ answer: 'none' }).where('id', '=', registrationId).execute()
        return { path: `/beheer/sessies/${id}/herinneren`, form: { opdracht: randomUUID() } }
      },
      writes: ['briefingSession.reminded'],
    },
  ],
  'beheer.sessies.$id.reacties': [
    {
      useCase: 'recordAnswer',
      fill: async (desk) => {
        const { id, registrationId } = await aMember(desk)
        return { path: `/beheer/sessies/${id}/reacties`, form: { registrationId, answer: 'no', answeredSequence: '0' } }
      },
      writes: ['answer.recorded'],
    },
  ],
  'beheer.sessies.$id.antwoord.$wie': [
    {
      useCase: 'recordAnswerByPhone',
      fill: async (desk) => {
        const speakerId = await aSpeaker(desk.db, 'Noor Voorbeeld')
        const { id } = await anEvening(desk, { speakerIds: [speakerId] })
        return { path: `/beheer/sessies/${id}/antwoord/${speakerId}`, form: { answer: 'yes', answeredSequence: '0' } }
      },
      writes: ['engagement.answered'],
    },
    {
      useCase: 'withdrawEngagedAnswer',
      fill: async (desk) => {
        const key = await aSpeaker(desk.db, 'Noor Voorbeeld')
        const { id, staffId } = await anEvening(desk, { speakerIds: [key] })
        const said = { briefingSessionId: id, key, answer: 'yes', remark: '', answeredSequence: 0, staffId } as const
        await recordAnswerByPhone(desk.db, said, Temporal.Now.instant())
        const reply = await desk.db
          .selectFrom('reply')
          .innerJoin('engagement', 'engagement.id', 'reply.engagement_id')
          .select(['reply.id', 'engagement_id'])
          .where('engagement.briefing_session_id', '=', id)
          .executeTakeFirstOrThrow()
        const path = `/beheer/sessies/${id}/antwoord/${reply.engagement_id}`
        return { path, form: { terugdraaien: String(reply.id) } }
      },
      writes: ['engagement.answerWithdrawn'],
    },
  ],

  'beheer.post.$id.opnieuw': [
    {
      useCase: 'resendMail',
      fill: async (desk) => {
        const { id: sessionId, personId } = await aMember(desk)
        const { id } = await aFailedInvitation(desk.db, desk.site, { personId, sessionId })
        return { path: `/beheer/post/${id}/opnieuw`, form: {} }
      },
      writes: ['mail.resent'],
    },
  ],
  'beheer.post.adres.$persoon': [
    {
      useCase: 'releaseAddress',
      fill: async (desk) => {
        const { personId } = await aMember(desk)
        const address = `${randomUUID()}@elders.example`
        return { path: `/beheer/post/adres/${personId}`, form: { address, sendsAgain: 'on' } }
      },
      writes: ['emailAddress.corrected'],
    },
  ],
  'beheer.post.onbekend.$id': [
    {
      useCase: 'linkUnknownReply',
      fill: async (desk) => {
        const { inboxId, registrationId } = await anUnknownReply(desk)
        const form = { intent: 'koppelen', registrationId: `${registrationId}:0`, remember: 'alias' }
        return { path: `/beheer/post/onbekend/${inboxId}`, form }
      },
      writes: ['incomingMail.linked', 'answer.recorded'],
    },
    {
      useCase: 'rejectUnknownReply',
      fill: async (desk) => {
        const { inboxId } = await anUnknownReply(desk)
        const form = { intent: 'afwijzen', reason: 'Niet van haar.' }
        return { path: `/beheer/post/onbekend/${inboxId}`, form }
      },
      writes: ['incomingMail.rejected'],
    },
    {
      useCase: 'markReplySeen',
      fill: async (desk) => {
        const { inboxId } = await anUnknownReply(desk)
        return { path: `/beheer/post/onbekend/${inboxId}`, form: { intent: 'gezien' } }
      },
      writes: ['incomingMail.seen'],
    },
    {
      useCase: 'takeBackTrayChoice',
      fill: async (desk) => {
        const { inboxId } = await anUnknownReply(desk)
        await desk.db.updateTable('inbox').set({ state: 'closed' }).where('id', '=', inboxId).execute()
        const decided = { decided_by: desk.staff.personId, decided_at: Temporal.Now.instant().toString() }
        const choice = await desk.db
          .insertInto('tray_choice')
          .values({ inbox_id: inboxId, choice: 'seen', ...decided })
          .returning('id')
          .executeTakeFirstOrThrow()
        const form = { intent: 'terugdraaien', keuze: String(choice.id) }
        return { path: `/beheer/post/onbekend/${inboxId}`, form }
      },
      writes: ['incomingMail.reopened'],
    },
  ],

  'beheer.personen.nieuw': [
    {
      useCase: 'appointPerson',
      fill: async () => {
        const address = `${randomUUID()}@provincie.example`
        const form = { name: 'Sam Proefman', address, role: 'planner', from: inWeeks(1).toString().slice(0, 10) }
        return { path: '/beheer/personen/nieuw', form }
      },
      writes: ['role.appointed'],
    },
  ],
  'beheer.personen.$id.beeindigen': [
    {
      useCase: 'endRole',
      fill: async ({ db }) => {
        const { personId } = await aPerson(db, [{ role: 'planner' }])
        const { id } = await db
          .selectFrom('person_role')
          .select('id')
          .where('person_id', '=', personId)
          .executeTakeFirstOrThrow()
        const form = { until: inWeeks(1).toString().slice(0, 10) }
        return { path: `/beheer/personen/${id}/beeindigen`, form }
      },
      writes: ['role.ended'],
    },
  ],
  'beheer.sprekers.nieuw': [
    {
      useCase: 'addSpeaker',
      fill: async () => ({ path: '/beheer/sprekers/nieuw', form: { name: 'Noor Voorbeeld', active: 'on' } }),
      writes: ['speaker.added'],
    },
  ],
  'beheer.sprekers.$id': [
    {
      useCase: 'changeSpeaker',
      fill: async ({ db }) => {
        const form = { name: 'Noor Anders', mailbox: `${randomUUID()}@spreker.example`, active: 'on', version: '1' }
        return { path: `/beheer/sprekers/${await aSpeaker(db, 'Noor Voorbeeld')}`, form }
      },
      writes: ['speaker.changed'],
    },
  ],
  'beheer.zalen.nieuw': [
    {
      useCase: 'addVenue',
      fill: async () => ({ path: '/beheer/zalen/nieuw', form: { name: 'Proefzaal', active: 'on' } }),
      writes: ['venue.added'],
    },
  ],
  'beheer.zalen.$id': [
    {
      useCase: 'changeVenue',
      fill: async ({ db }) => {
        const form = { name: 'Andere zaal', capacity: '40', active: 'on', version: '1' }
        return { path: `/beheer/zalen/${await aVenue(db, 'Proefzaal')}`, form }
      },
      writes: ['venue.changed'],
    },
  ],

  'beheer.sprekers.$id_.agenda': [
    {
      useCase: 'openCalendarFeed',
      fill: async ({ db }) => {
        const speakerId = await aSpeaker(db, 'Noor Voorbeeld')
        return { path: `/beheer/sprekers/${speakerId}/agenda`, form: { intent: 'open' } }
      },
      writes: ['calendarFeed.opened'],
    },
    {
      useCase: 'replaceCalendarFeed',
      fill: async ({ db }) => {
        const speakerId = await aSpeaker(db, 'Noor Voorbeeld')
        const now = Temporal.Now.instant()
        await db.transaction().execute((trx) => openFeed(trx, { kind: 'speaker', speakerId }, now))
        const [feed] = await listFeeds(db, { speakerId }, now)
        const form = { intent: 'renew', feedId: feed?.id ?? '', version: String(feed?.version) }
        return { path: `/beheer/sprekers/${speakerId}/agenda`, form }
      },
      writes: ['calendarFeed.renewed'],
    },
  ],
  'account_.agenda': [
    {
      useCase: 'openCalendarFeed',
      fill: async () => ({ path: '/account/agenda', form: { intent: 'openRegion', regionId: 'leidse-regio' } }),
      writes: ['calendarFeed.opened'],
    },
    {
      useCase: 'replaceCalendarFeed',
      fill: async ({ db, staff: { personId } }) => {
        const subject = { kind: 'region', personId, regionId: 'midden-holland' } as const
        const now = Temporal.Now.instant()
        await db.transaction().execute((trx) => openFeed(trx, subject, now))
        const [feed] = await listFeeds(db, { personId }, now)
        const form = { intent: 'end', feedId: feed?.id ?? '', version: String(feed?.version) }
        return { path: '/account/agenda', form }
      },
      writes: ['calendarFeed.ended'],
    },
  ],
  account: [
    {
      useCase: 'endSignIn',
      fill: async ({ db, staff: { personId } }) => {
        await aSignIn(db, personId)
        const { id } = await db
          .selectFrom('sign_in')
          .select('id')
          .where('person_id', '=', personId)
          .orderBy('created_at', 'desc')
          .executeTakeFirstOrThrow()
        return { path: '/account', form: { intent: 'endSignIn', signInId: id } }
      },
      writes: ['signIn.ended'],
    },
    {
      useCase: 'endAllSignIns',
      fill: async () => ({ path: '/account', form: { intent: 'endAllSignIns' } }),
      writes: ['signIn.endedEverywhere'],
    },
  ],
  uitloggen: [{ useCase: 'endSignIn', fill: async () => ({ path: '/uitloggen', form: {} }), writes: ['signIn.ended'] }],
}

/** One step with a request that nobody took up yet. */
function step(useCase: string, path: string, form: Record<string, string>, itself: string): StaffMutation {
  return {
    useCase,
    fill: async ({ db }) => {
      const { reference } = await aBareRequest(db, ['voorschoten'], 'submitted')
      return { path: `/beheer/aanvraag/${reference}${path}`, form: { ...form, version: '1' } }
    },
    writes: [itself],
  }
}

/** Signing in has no cookie yet, so it stands beside the table. */
export async function signingIn({ db, staff: { emailAddressId } }: Desk): Promise<string> {
  return `/inloggen/${await signInLinkFor(db, emailAddressId)}`
}
