import { feedToken, hashToken, newToken, personalToken, reminderToken } from '#app/domain/access/tokens.server.ts'
import { issueMailboxProof } from '#app/use-cases/access/issue-mailbox-proof.ts'
import type { Db } from '#db/connection.server.ts'
import { listFeeds, openFeed } from '#db/inviting/calendar-feeds.ts'
import { aPlainMail } from '#tests/unit/mail-intake/answer-mail.ts'
import type { App } from './app.ts'
import { aFailedInvitation, anIncomingMail } from './mail-samples.ts'
import { aPerson, councilOf } from './people.ts'
import { cookieOf } from './sign-in.ts'

export const linkSecret = 'route-test-secret-of-at-least-thirty-two'

/** A council A from the demo story, a council B that plays in none of its dossiers, and everybody who may come by. */
export const visitors = [
  'anonymous',
  'councillorA',
  'clerkA',
  'clerkB',
  'planner',
  'accountManager',
  'administrator',
  'expired',
] as const
export type Visitor = (typeof visitors)[number]

export type Samples = Awaited<ReturnType<typeof findSamples>>

/** Things of council A (Leiderdorp) to ask for. Throws when the story no longer has them. */
export async function findSamples(db: Db) {
  const councilA = await councilOf(db, 'leiderdorp')
  const requests = await db
    .selectFrom('briefing_request')
    .innerJoin('briefing_request_council', 'briefing_request_council.briefing_request_id', 'briefing_request.id')
    .select(['briefing_request.id', 'briefing_request.reference', 'briefing_request.status'])
    .where('briefing_request_council.council_id', '=', councilA)
    .where('briefing_request_council.is_lead', '=', true)
    .where('briefing_request.status', '<>', 'awaitingMailbox')
    .orderBy('briefing_request.reference')
    .execute()
  const coRequest = await db
    .selectFrom('briefing_request')
    .innerJoin('briefing_request_council', 'briefing_request_council.briefing_request_id', 'briefing_request.id')
    .select('briefing_request.reference')
    .where('briefing_request_council.council_id', '=', councilA)
    .where('briefing_request_council.is_lead', '=', false)
    .executeTakeFirstOrThrow()
  const sessions = await db
    .selectFrom('briefing_session')
    .innerJoin('briefing_session_council', 'briefing_session_council.briefing_session_id', 'briefing_session.id')
    .select(['briefing_session.id', 'briefing_session.status', 'briefing_session_council.link_token as linkToken'])
    .where('briefing_session_council.council_id', '=', councilA)
    .orderBy('briefing_session.starts_at')
    .execute()
  const registration = await db
    .selectFrom('registration')
    .innerJoin('person', 'person.id', 'registration.person_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'registration.briefing_session_id')
    .select([
      'registration.id',
      'person.id as personId',
      'person.link_version',
      'registration.briefing_session_id as sessionId',
    ])
    .where('registration.council_id', '=', councilA)
    .where('registration.place', '=', 'seat')
    .where('briefing_session.status', 'in', ['published', 'changed'])
    .orderBy('person.name')
    .executeTakeFirstOrThrow()
  const one = <Row extends { status: string }>(rows: Row[], status?: Row['status']): Row => {
    const row = rows.find((each) => status === undefined || each.status === status)
    if (!row) throw new Error(`The demo story has nothing of Leiderdorp with status ${status}`)
    return row
  }
  const { id: requestId } = one(requests)
  const draft = (values: { briefing_request_id?: string }) =>
    db
      .insertInto('request_draft')
      .values({
        key_hash: hashToken(newToken()),
        council_id: councilA,
        entries: '{}',
        created_at: '2027-01-01T00:00:00Z',
        updated_at: '2027-01-01T00:00:00Z',
        ...values,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  const [open, sent] = [await draft({}), await draft({ briefing_request_id: requestId })]
  const unproven = await db
    .selectFrom('briefing_request')
    .select(['id', 'contact_email_id'])
    .where('status', '=', 'awaitingMailbox')
    .executeTakeFirstOrThrow()
  const referenceOf = (status: 'submitted' | 'inTreatment' | 'proposalMade') =>
    db
      .selectFrom('briefing_request')
      .select('reference')
      .where('status', '=', status)
      .where('id', 'not in', db.selectFrom('briefing_session_request').select('briefing_request_id'))
      .executeTakeFirstOrThrow()
  const submitted = await referenceOf('submitted')
  const [accepted, proposed] = [await referenceOf('inTreatment'), await referenceOf('proposalMade')]
  const site = { baseUrl: 'http://localhost', linkSecret, mailDomain: 'briefings.example' }
  const { id: outboxId } = await aFailedInvitation(db, site, registration)
  const html = ['Content-Type: text/html', '', '<p>Ik kom graag.</p>', '']
  const inboxId = await anIncomingMail(db, aPlainMail(html.slice(0, 1), html.slice(2).join('\r\n')), registration)
  const arrived = { received_at: '2027-01-01T09:00:00Z', processed_at: '2027-01-01T09:00:00Z' }
  const unknownReply = await db
    .insertInto('inbox')
    .values({
      sha256: hashToken(newToken()),
      raw: Buffer.from('From: mallory@elders.example\r\nSubject: Vraag\r\n\r\nHoe laat begint het?'),
      door: 'lmtp',
      state: 'review',
      finding: 'not-itip',
      decision: 'review',
      reason: 'human',
      sender: 'mallory@elders.example',
      subject: 'Vraag',
      ...arrived,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const confirmationToken = newToken()
  await db
    .insertInto('reply_confirmation')
    .values({
      token_hash: hashToken(confirmationToken),
      registration_id: registration.id,
      person_id: registration.personId,
      briefing_session_id: registration.sessionId,
      // Every call gets one of its own: a person is asked once an evening and time.
      rsvp_epoch: -Math.floor(Math.random() * 1_000_000_000),
      answer: 'yes',
      answered_sequence: 0,
      answered_at: '2027-01-01T09:00:00Z',
      asked_at: '2027-01-01T09:00:00Z',
      expires_at: '2099-01-01T09:00:00Z',
    })
    .execute()
  return {
    /** A mail to councillor A that nobody took, and one of hers to us. */
    outboxId,
    inboxId,
    /** A mail on the tray of staff. */
    unknownReplyId: unknownReply.id,
    /** Of a link "Klopt uw antwoord?" to councillor A, not used yet. */
    confirmationToken,
    /** A request, of any council, that staff have not taken up yet. */
    submittedReference: submitted.reference,
    /** Of any council too: one that waits for an evening, and one for which evenings were proposed. */
    acceptedReference: accepted.reference,
    proposedReference: proposed.reference,
    /** A request in which another council asked council A along. */
    coRequestReference: coRequest.reference,
    municipalityA: 'leiderdorp',
    /** Drafts of council A: one to fill in, one that was sent. */
    draftId: open.id,
    sentDraftId: sent.id,
    roleId: (await db.selectFrom('person_role').select('id').executeTakeFirstOrThrow()).id,
    speakerId: (await db.selectFrom('speaker').select('id').executeTakeFirstOrThrow()).id,
    venueId: (await db.selectFrom('venue').select('id').executeTakeFirstOrThrow()).id,
    /** A link of a mail "Bevestig uw aanvraag", not used yet. */
    mailboxProof: async () => {
      const input = { briefingRequestId: unproven.id, emailAddressId: unproven.contact_email_id ?? '' }
      const issued = await db.transaction().execute((trx) => issueMailboxProof(trx, input, Temporal.Now.instant()))
      return issued.token
    },
    /** The personal link of somebody new: her visit may erase her. */
    newcomerToken: async () => personalToken(linkSecret, (await aPerson(db)).personId, 1),
    /** A request of council A, of any status when none is named. */
    request: (status?: (typeof requests)[number]['status']) => one(requests, status),
    /** A session council A is invited to, with that council's own link token. */
    session: (status?: (typeof sessions)[number]['status']) => one(sessions, status),
    registration,
    /** The secret part of the calendar of councillor A. */
    feedToken: async () => {
      const subject = { kind: 'person', personId: registration.personId } as const
      await db.transaction().execute((trx) => openFeed(trx, subject, Temporal.Now.instant()))
      const [feed] = await listFeeds(db, { personId: registration.personId }, Temporal.Now.instant())
      return feedToken(linkSecret, feed?.id ?? '', feed?.version ?? 0)
    },
    /** An option that council A holds. */
    heldOption: await anOptionOf(db, councilA),
    /** A speaker's own link, and an evening she was asked for. */
    engaged: await aSpeakersLink(db),
    /** The personal link of councillor A. */
    personalToken: personalToken(linkSecret, registration.personId, registration.link_version),
    /** What stops her reminders. */
    reminderToken: reminderToken(linkSecret, registration.personId),
  }
}

/** An evening that is held for a council, made once: the story holds one for another council only. */
async function anOptionOf(db: Db, councilId: string): Promise<string> {
  const held = await db
    .selectFrom('engagement')
    .select('briefing_session_id')
    .where('council_id', '=', councilId)
    .executeTakeFirst()
  if (held) return held.briefing_session_id
  const { id } = await db
    .insertInto('briefing_session')
    .values({
      calendar_uid: `${newToken()}@briefings.example`,
      title: 'Een avond die wordt vastgehouden',
      status: 'option',
      starts_at: '2098-01-14T18:30:00Z',
      ends_at: '2098-01-14T20:00:00Z',
      online_url: 'https://online.example/optie',
      option_expires_at: '2098-01-01T16:00:00Z',
      created_at: '2027-01-01T00:00:00Z',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const council = { briefing_session_id: id, council_id: councilId }
  await db
    .insertInto('briefing_session_council')
    .values({ ...council, link_token: newToken() })
    .execute()
  const { personId } = await aPerson(db)
  await db
    .insertInto('engagement')
    .values({ ...council, person_id: personId, capacity: 'clerk', begun_at: '2027-01-01T00:00:00Z' })
    .execute()
  return id
}

async function aSpeakersLink(db: Db) {
  const { briefing_session_id, engagement_id, id, link_version } = await db
    .selectFrom('engagement')
    .innerJoin('person', 'person.id', 'engagement.person_id')
    .innerJoin('briefing_session', 'briefing_session.id', 'engagement.briefing_session_id')
    .select(['engagement.id as engagement_id', 'engagement.briefing_session_id', 'person.id', 'person.link_version'])
    .where('engagement.capacity', '=', 'speaker')
    .where('briefing_session.status', '=', 'published')
    .executeTakeFirstOrThrow()
  return {
    sessionId: briefing_session_id,
    engagementId: engagement_id,
    token: personalToken(linkSecret, id, link_version),
  }
}

/** The `Cookie` header each of them sends. Made anew for every visit: a visit may sign out. */
export async function visitorCookies(app: App): Promise<Record<Visitor, () => Promise<string | undefined>>> {
  const { db } = app
  const councilA = await councilOf(db, 'leiderdorp')
  const councilB = await councilOf(db, 'gorinchem')
  const { registration } = await findSamples(db)
  const people = {
    councillorA: registration.personId,
    clerkA: (await aPerson(db, [{ role: 'deputyClerk', councilId: councilA }])).personId,
    clerkB: (await aPerson(db, [{ role: 'deputyClerk', councilId: councilB }])).personId,
    planner: (await aPerson(db, [{ role: 'planner' }])).personId,
    accountManager: (await aPerson(db, [{ role: 'accountManager', regionId: 'leidse-regio' }])).personId,
    administrator: (await aPerson(db, [{ role: 'administrator' }])).personId,
  }
  const signedIn = Object.entries(people).map(([visitor, personId]) => [visitor, () => cookieOf(db, personId)])
  return {
    ...(Object.fromEntries(signedIn) as Record<keyof typeof people, () => Promise<string>>),
    anonymous: async () => undefined,
    expired: () => cookieOf(db, people.clerkA, { expired: true }),
  }
}
