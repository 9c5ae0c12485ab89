import { eraseParticipant } from '#app/use-cases/attending/erase-participant.ts'
import { unregister } from '#app/use-cases/attending/unregister.ts'
import { deliverMails, openMailOffice } from '#app/use-cases/inviting/deliver-mails.ts'
import { recordAnswer } from '#app/use-cases/inviting/record-answer.ts'
import { recoverFromCrash } from '#app/use-cases/inviting/recover-from-crash.ts'
import { sendReminders } from '#app/use-cases/inviting/send-reminders.ts'
import { acceptRequest } from '#app/use-cases/requesting/accept-request.ts'
import { declineRequest } from '#app/use-cases/requesting/decline-request.ts'
import { followUpCoRequests } from '#app/use-cases/requesting/follow-up-co-requests.ts'
import { cancelSession } from '#app/use-cases/scheduling/cancel-session.ts'
import { changeSession } from '#app/use-cases/scheduling/change-session.ts'
import { expireOptions } from '#app/use-cases/scheduling/expire-options.ts'
import { listUnprocessedMail } from '#db/inviting/inbox.ts'
import { findQueueAge } from '#db/inviting/queue-age.ts'
import { findWaitingMail } from '#db/inviting/waiting-mail.ts'
import { createTransport } from '#emails/transport.server.ts'
import { anInvitee, later, stamp } from '#tests/support/answers.ts'
import { expect, test } from '#tests/support/database.ts'
import { aPublishedEvening, registers } from '#tests/support/evenings.ts'
import { grow } from '#tests/support/grown.ts'
import { aSite, now } from '#tests/support/here-and-now.ts'
import { startMailSink } from '#tests/support/mail-sink.ts'
import { aClerk, aPerson } from '#tests/support/people.ts'
import { watchPlans } from '#tests/support/plans.ts'
import { aRequest } from '#tests/support/requests.ts'
import { aPlan } from '#tests/support/sessions.ts'
import { answering } from '#tests/unit/mail-intake/answer-mail.ts'

test.use({ template: 'story' })

// Seen to fail with a look through all mail at every calendar mail, through the whole inbox at every answer, and through every reply at a farewell.
test('after years of use nothing that people do reads a table from end to end, whatever the plan was made for', async ({
  db,
  connectionString,
}) => {
  test.setTimeout(120_000)
  await grow(connectionString, 300)
  const plans = await watchPlans(connectionString, 5_500)
  const sink = await startMailSink()
  const office = openMailOffice(db, createTransport({ url: sink.smtpUrl, requireTls: false }), {
    lease: Temporal.Duration.from({ minutes: 5 }),
    doubt: Temporal.Duration.from({ minutes: 10 }),
  })
  const evening = await aPublishedEvening(db)
  const invitee = await anInvitee(db, { at: evening })
  const { registrationId, personId } = invitee
  const staff = await aPerson(db, [{ role: 'planner' }])
  const { viewer, councilId } = await aClerk(db, 'gouda')
  const reference = await aRequest(db, { viewer, leadCouncilId: councilId }, now)
  const other = await aRequest(db, { viewer, leadCouncilId: councilId }, now)
  const ofTheClock: Record<string, () => Promise<unknown>> = {
    'the reminders': () => sendReminders(db, aSite, later),
    'the options': () => expireOptions(db, aSite, later),
    'the councils asked along': () => followUpCoRequests(db, aSite, later),
    'what a crash left': () => recoverFromCrash(db, office.pace, later),
    'mail left unread': () => listUnprocessedMail(db, 10),
    'the age of the queue': () => findQueueAge(db, later),
    'mail that waits': () => findWaitingMail(db, later),
  }
  const ofPeople: Record<string, () => Promise<unknown>> = {
    registering: () => registers(db, evening.linkToken, 'nieuw@leiderdorp.example', now, 'Noor de Nieuwe'),
    'answering by the link': () =>
      recordAnswer(
        db,
        aSite,
        { registrationId, answer: 'no', door: 'link', answeredSequence: 0, answeredAt: now },
        now,
      ),
    'answering by mail': () =>
      invitee.answers({ attendees: [answering('ACCEPTED')], sequence: 0, stamp: stamp(later) }, invitee.another()),
    'mail of a stranger': () =>
      invitee.takeIn(Buffer.from('From: wie@elders.example\r\nSubject: Vraag\r\n\r\nHoe laat?\r\n')),
    'taking on': () => acceptRequest(db, aSite, { reference, version: 1, staffId: staff.personId }, later),
    declining: () =>
      declineRequest(
        db,
        aSite,
        { reference: other, version: 1, reason: 'tooSoon', alternative: 'Volgend jaar.', staffId: staff.personId },
        later,
      ),
    moving: () => {
      const plan = aPlan()
      const later = { start: plan.start.add({ hours: 24 }), end: plan.end.add({ hours: 24 }) }
      const change = {
        id: evening.id,
        version: 2,
        plan: { ...plan, ...later },
        tellAboutText: false,
        staffId: staff.personId,
      }
      return changeSession(db, aSite, change, now)
    },
    'sending mail': () => deliverMails(db, office, () => later),
    unregistering: () => unregister(db, aSite, { briefingSessionId: evening.id, personId }, later),
    'calling off': () =>
      cancelSession(
        db,
        aSite,
        { id: evening.id, version: 3, reason: 'De zaal is dicht.', staffId: staff.personId },
        later,
      ),
    'being forgotten': () => eraseParticipant(db, aSite, { personId }, later),
  }
  await plans.longReads()
  const long: string[] = []
  for (const [what, act] of Object.entries({ ...ofPeople, ...ofTheClock })) {
    await act()
    const { statements, found } = await plans.longReads()
    expect(statements, what).toBeGreaterThan(0)
    long.push(...found.map(({ table, rows, statement }) => `${what}: ${rows} rows of ${table}: ${statement}`))
  }
  office.transport.close()
  await sink.stop()
  await plans.close()
  expect(long).toEqual([])
})
