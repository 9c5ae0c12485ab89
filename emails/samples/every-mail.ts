import type { CalendarChange } from '#app/domain/inviting/calendar-event.ts'
import { signInLink } from '#emails/access/sign-in-link.ts'
import { mailAddresses } from '#emails/addresses.ts'
import { alreadyRegistered } from '#emails/inviting/already-registered.ts'
import { confirmReply } from '#emails/inviting/confirm-reply.ts'
import type { Evening, Invitee } from '#emails/inviting/evening.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import { registrationCancelled } from '#emails/inviting/registration-cancelled.ts'
import { reminder } from '#emails/inviting/reminder.ts'
import { seatPassedOn } from '#emails/inviting/seat-passed-on.ts'
import { sessionCancelled } from '#emails/inviting/session-cancelled.ts'
import { sessionChanged } from '#emails/inviting/session-changed.ts'
import { waitingList } from '#emails/inviting/waiting-list.ts'
import type { MailContent, OutgoingMessage } from '#emails/message.ts'
import { coRequestEnded } from '#emails/requesting/co-request-ended.ts'
import { confirmMailbox } from '#emails/requesting/confirm-mailbox.ts'
import { councilAnswered } from '#emails/requesting/council-answered.ts'
import { councilAsked } from '#emails/requesting/council-asked.ts'
import { eveningChosen } from '#emails/requesting/evening-chosen.ts'
import { eveningProposed } from '#emails/requesting/evening-proposed.ts'
import { questionAnswered } from '#emails/requesting/question-answered.ts'
import { questionAsked } from '#emails/requesting/question-asked.ts'
import { requestAccepted } from '#emails/requesting/request-accepted.ts'
import { requestDeclined } from '#emails/requesting/request-declined.ts'
import { requestGoesOn } from '#emails/requesting/request-goes-on.ts'
import { requestReceived } from '#emails/requesting/request-received.ts'
import { requestReceivedStaff } from '#emails/requesting/request-received-staff.ts'
import { requestWithdrawn } from '#emails/requesting/request-withdrawn.ts'
import type { RequestedBriefing } from '#emails/requesting/requested-briefing.ts'
import { clerkSessionCancelled } from '#emails/scheduling/clerk-session-cancelled.ts'
import { clerkSessionChanged } from '#emails/scheduling/clerk-session-changed.ts'
import { sessionPublished } from '#emails/scheduling/session-published.ts'
import { everyEngagedMail } from './every-engaged-mail.ts'

export const instant = (text: string) => Temporal.Instant.from(text)
const day = (text: string) => Temporal.PlainDate.from(text)
const site = 'https://raadsbriefing.example'
export const addresses = mailAddresses('briefings.example.nl')

export const aBriefing: RequestedBriefing = {
  dosNumber: 'DOS-2026-0001081',
  reference: 'RB-2026-0007',
  municipalities: ['Leiderdorp', 'Oegstgeest'],
  topics: ['Wonen', 'Energie en warmte'],
  minutes: 95,
  preferredDates: [day('2027-01-12'), day('2027-01-19')],
}

export const anEvening: Evening = {
  dosNumber: 'DOS-2026-0001081',
  reference: 'RB-2026-0007',
  uid: '3f0d5a52-6a0f-4a57-9b55-0a1f4a7f3c11@briefings.example.nl',
  title: 'Wonen en energie in de Leidse regio',
  start: instant('2027-01-12T18:30:00Z'),
  end: instant('2027-01-12T20:00:00Z'),
  location: 'Raadzaal, Voorbeeldplein 1, Leiderdorp',
  accessFacts: 'Er is een lift en een ringleiding.',
  geo: { latitude: 52.158, longitude: 4.529 },
  onlineUrl: 'https://uitzending.example/leiderdorp',
  programme: [
    { title: 'Opening', minutes: 5 },
    { title: 'Wonen', minutes: 45, speakers: ['Noor Voorbeeld'] },
    { title: 'Energie en warmte', minutes: 40, speakers: ['Sam Proefman', 'Bo Denkbeeld'] },
  ],
  whyItConcerns: 'Uw raad beslist de komende jaren over woningbouw en warmte. De provincie legt uit wie wat doet.',
}

export const anInvitee: Invitee = {
  name: 'Ans de Verzonnene',
  address: 'ans@raadslid.example',
  organizer: addresses.answersTo('k7f2m9qd4xw3zt5b'),
  answer: 'none',
  links: {
    page: `${site}/avond/p4t8`,
    yes: `${site}/avond/p4t8/antwoord?ik=ja`,
    maybe: `${site}/avond/p4t8/antwoord?ik=misschien`,
    no: `${site}/avond/p4t8/antwoord?ik=nee`,
    data: `${site}/mijn-gegevens/p4t8`,
  },
}

const stampedAt = instant('2026-11-24T09:00:00Z')
export const stamp = (sequence: number) => ({ sequence, stampedAt: stampedAt.add({ minutes: sequence }) })
const name = 'Kim Bedacht'
const staffName = 'Robin Gefingeerd'
const aWeekLater = { start: instant('2027-01-19T18:30:00Z'), end: instant('2027-01-19T20:00:00Z') }
const statusUrl = `${site}/aanvraag/RB-2026-0007`

function changed(
  what: CalendarChange,
  change: Partial<Evening>,
  answer: Invitee['answer'],
  sequence: number,
): MailContent {
  return sessionChanged({
    before: anEvening,
    evening: { ...anEvening, ...change },
    changes: [what],
    invitee: { ...anInvitee, answer },
    stamp: stamp(sequence),
  })
}

/** One of every mail, and of every shape it can take, about people who do not exist: for the page that shows what mails look like, and for the tests. */
export const everyMail: Record<string, MailContent> = {
  'sign-in-link': signInLink({ name, signInUrl: `${site}/inloggen/t0k3n`, expiresAt: instant('2026-11-24T09:15:00Z') }),
  'confirm-mailbox': confirmMailbox({
    name,
    briefing: aBriefing,
    confirmUrl: `${site}/bevestigen/t0k3n`,
    expiresAt: instant('2026-12-01T09:00:00Z'),
  }),
  'request-received': requestReceived({ name, briefing: aBriefing, statusUrl, answerBy: day('2026-12-08') }),
  'request-received-without-number': requestReceived({
    name,
    briefing: { ...aBriefing, dosNumber: null },
    statusUrl,
    answerBy: day('2026-12-08'),
  }),
  'request-received-staff': requestReceivedStaff({
    name: staffName,
    briefing: { ...aBriefing, dosNumber: null },
    requestedBy: { name, position: 'griffier' },
    unknownMailDomain: true,
    requestUrl: `${site}/wachtrij/RB-2026-0007`,
    answerBy: day('2026-12-08'),
  }),
  'request-received-waits': requestReceived({
    name,
    briefing: aBriefing,
    statusUrl,
    answerBy: day('2026-12-08'),
    waitsFor: { asked: ['Oegstgeest', 'Leiden'], unreachable: ['Zoeterwoude'], until: day('2026-12-09') },
  }),
  'request-goes-on': requestGoesOn({
    name,
    briefing: aBriefing,
    councils: { joined: ['Oegstgeest'], declined: ['Leiden'], silent: ['Zoeterwoude'] },
    statusUrl,
    answerBy: day('2026-12-16'),
  }),
  'council-asked': councilAsked({
    name: 'Bo Bedacht',
    briefing: aBriefing,
    municipality: 'Oegstgeest',
    askedBy: { name, position: 'griffier', municipality: 'Leiderdorp' },
    unknownMailDomain: true,
    question: 'Wat beslist de raad zelf?',
    until: day('2026-12-09'),
    answerUrl: `${statusUrl}/meedoen`,
  }),
  'council-answered': councilAnswered({
    name,
    briefing: aBriefing,
    municipality: 'Oegstgeest',
    joins: true,
    remark: 'Graag niet op <donderdag>.',
    next: { kind: 'waits', silent: ['Leiden'], unreachable: [], until: day('2026-12-09') },
    statusUrl,
  }),
  'council-answered-last': councilAnswered({
    name,
    briefing: { ...aBriefing, dosNumber: null },
    municipality: 'Leiden',
    joins: false,
    remark: '',
    next: { kind: 'complete', answerBy: day('2026-12-16') },
    statusUrl,
  }),
  'co-request-ended': coRequestEnded({
    name: 'Bo Bedacht',
    briefing: aBriefing,
    municipality: 'Oegstgeest',
    askedByMunicipality: 'Leiderdorp',
    endedBy: 'lead',
    newRequestUrl: `${site}/aanvragen`,
  }),
  'question-asked': questionAsked({
    name,
    briefing: aBriefing,
    question: 'Komen er ook burgerleden?\nEn hoeveel?',
    answerUrl: statusUrl,
  }),
  'question-answered': questionAnswered({
    name: staffName,
    briefing: aBriefing,
    question: 'Komen er ook burgerleden?',
    answer: 'Ja, acht. <Zij> willen & kunnen "meedoen".',
    requestUrl: statusUrl,
  }),
  'evening-proposed': eveningProposed({
    name,
    briefing: aBriefing,
    evenings: [
      { start: anEvening.start, end: anEvening.end, reason: 'Uw eerste voorkeur, en de sprekers kunnen dan.' },
      { ...aWeekLater, reason: 'Die week vergadert geen van de raden.' },
    ],
    statusUrl,
  }),
  'evening-proposed-one': eveningProposed({
    name,
    briefing: aBriefing,
    evenings: [{ ...aWeekLater, reason: 'Alleen dan kunnen <beide> sprekers.' }],
    statusUrl,
  }),
  'evening-chosen': eveningChosen({
    name: staffName,
    briefing: aBriefing,
    chosen: { ...aWeekLater, reason: 'Die week vergadert geen van de raden.' },
    remark: 'Graag na achten.',
    requestUrl: statusUrl,
  }),
  'evening-chosen-none': eveningChosen({
    name: staffName,
    briefing: aBriefing,
    chosen: undefined,
    remark: 'In februari kan het <wel>.',
    requestUrl: statusUrl,
  }),
  'request-accepted': requestAccepted({ name, briefing: aBriefing, statusUrl }),
  'request-declined': requestDeclined({
    name,
    briefing: aBriefing,
    reason: 'Voor dit onderwerp is nu geen spreker vrij.',
    alternative: 'In maart is er een regionale bijeenkomst over wonen. Uw raad is welkom.',
    statusUrl,
  }),
  'request-withdrawn': requestWithdrawn({
    name,
    briefing: aBriefing,
    withdrawnBy: name,
    consequence: 'De bijeenkomst van dinsdag 12 januari 2027 vervalt. Wie was uitgenodigd, krijgt bericht.',
    newRequestUrl: `${site}/aanvragen`,
  }),
  'session-published': sessionPublished({
    name,
    evening: anEvening,
    registerUrl: `${site}/aanmelden/r4ad`,
    statusUrl: `${site}/avonden/1`,
  }),
  'clerk-session-changed': clerkSessionChanged({
    name,
    before: anEvening,
    evening: { ...anEvening, start: instant('2027-01-13T18:30:00Z'), end: instant('2027-01-13T20:00:00Z') },
    changes: ['time'],
    registerUrl: `${site}/aanmelden/r4ad`,
    statusUrl: `${site}/avonden/1`,
  }),
  'clerk-session-changed-place': clerkSessionChanged({
    name,
    before: anEvening,
    evening: { ...anEvening, location: 'Grote zaal, Voorbeeldplein 2, Leiderdorp' },
    changes: ['place'],
    registerUrl: `${site}/aanmelden/r4ad`,
    statusUrl: `${site}/avonden/1`,
  }),
  'clerk-session-cancelled': clerkSessionCancelled({
    name,
    evening: anEvening,
    reason: 'De spreker is ziek en er is geen vervanger.',
    statusUrl,
    afterwards: 'newMoment',
  }),
  'clerk-session-cancelled-council-left': clerkSessionCancelled({
    name,
    evening: anEvening,
    reason: 'De aanvraag van de raad van Leiderdorp is ingetrokken.',
    statusUrl,
    afterwards: 'councilLeft',
  }),
  invitation: invitation({ evening: anEvening, invitee: anInvitee, stamp: stamp(0) }),
  'session-changed-time': changed(
    'time',
    { start: instant('2027-07-06T17:30:00Z'), end: instant('2027-07-06T19:00:00Z') },
    'yes',
    1,
  ),
  'session-changed-room': changed('place', { location: 'Burgerzaal, Voorbeeldplein 1, Leiderdorp' }, 'yes', 1),
  'session-changed-text': changed('text', { title: 'Wonen, energie en warmte in de Leidse regio' }, 'no', 0),
  'session-cancelled': sessionCancelled({
    evening: anEvening,
    invitee: anInvitee,
    stamp: stamp(2),
    reason: 'De spreker is ziek, en er is geen vervanger.',
  }),
  'registration-cancelled': registrationCancelled({
    evening: anEvening,
    invitee: anInvitee,
    stamp: stamp(1),
    cause: { by: 'participant' },
    registerUrl: `${site}/aanmelden/r4ad`,
  }),
  'registration-removed': registrationCancelled({
    evening: anEvening,
    invitee: anInvitee,
    stamp: stamp(1),
    cause: { by: 'organiser', reason: 'Uw griffie heeft laten weten dat u niet kunt.' },
  }),
  'reminder-to-answer': reminder({ evening: anEvening, invitee: anInvitee, stopUrl: `${site}/herinneringen/p4t8` }),
  'reminder-to-come': reminder({
    evening: anEvening,
    invitee: { ...anInvitee, answer: 'yes' },
    stopUrl: `${site}/herinneringen/p4t8`,
  }),
  'confirm-reply': confirmReply({
    evening: anEvening,
    invitee: anInvitee,
    answer: 'no',
    confirmUrl: `${site}/antwoord/t0k3n`,
    expiresAt: instant('2026-12-01T09:00:00Z'),
  }),
  // Who left and registered again: above the CANCEL she got.
  'invitation-after-cancel': invitation({ evening: anEvening, invitee: anInvitee, stamp: stamp(2) }),
  ...everyEngagedMail({ evening: anEvening, invitee: anInvitee, stamp, site }),
  'invitation-seat-freed': invitation({
    evening: anEvening,
    invitee: anInvitee,
    stamp: stamp(0),
    occasion: 'seatFreed',
  }),
  'invitation-resent': invitation({
    evening: anEvening,
    invitee: { ...anInvitee, answer: 'yes' },
    stamp: stamp(0),
    occasion: 'resent',
  }),
  'waiting-list': waitingList({ evening: anEvening, invitee: anInvitee, position: 3 }),
  'waiting-list-moved': waitingList({
    evening: anEvening,
    invitee: anInvitee,
    position: 1,
    moved: {
      before: { ...anEvening, start: instant('2027-01-11T18:30:00Z'), end: instant('2027-01-11T20:00:00Z') },
      changes: ['time'],
    },
  }),
  'seat-passed-on': seatPassedOn({
    evening: anEvening,
    moved: {
      before: { ...anEvening, start: instant('2027-01-11T18:30:00Z'), end: instant('2027-01-11T20:00:00Z') },
      changes: ['time'],
    },
    invitee: { ...anInvitee, answer: 'no' },
    stamp: stamp(1),
    position: 2,
    hasEntry: true,
  }),
  'seat-passed-on-without-entry': seatPassedOn({
    evening: anEvening,
    moved: {
      before: { ...anEvening, start: instant('2027-01-11T18:30:00Z'), end: instant('2027-01-11T20:00:00Z') },
      changes: ['time'],
    },
    invitee: anInvitee,
    stamp: stamp(1),
    position: 2,
    hasEntry: false,
  }),
  'seat-passed-on-too-late': seatPassedOn({
    evening: anEvening,
    invitee: { ...anInvitee, answer: 'yes' },
    stamp: stamp(1),
    position: 2,
    hasEntry: true,
  }),
  'session-cancelled-without-entry': sessionCancelled({
    evening: anEvening,
    invitee: anInvitee,
    stamp: stamp(4),
    reason: 'De spreker is ziek.',
    hasEntry: false,
  }),
  'already-registered': alreadyRegistered({
    evening: anEvening,
    invitee: { ...anInvitee, answer: 'yes' },
    stamp: stamp(0),
  }),
}

export function addressed(
  content: MailContent,
  to = { name: anInvitee.name, address: anInvitee.address },
): OutgoingMessage {
  return {
    ...content,
    from: addresses.from,
    replyTo: anInvitee.organizer,
    to,
    messageId: `<3f0d5a52.s0.${content.kind}.1@briefings.example.nl>`,
    sentAt: stampedAt,
  }
}
