import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod } from 'ical-generator'
import MailComposer from 'nodemailer/lib/mail-composer'
import { amsterdamTimezone, calendarZone } from '#emails/calendar-zone.ts'
import { composeRaw } from '#emails/compose-raw.server.ts'
import type { Invitee } from '#emails/inviting/evening.ts'
import { invitation } from '#emails/inviting/invitation.ts'
import type { MailContent } from '#emails/message.ts'
import { addressed, anEvening, anInvitee } from '#emails/samples/every-mail.ts'
import { type Comparison, inTurns } from './report.ts'

const rounds = 3
const count = 500
const stamp = { sequence: 0, stampedAt: Temporal.Instant.from('2026-11-24T09:00:00Z') }

/** Making an invitation, from the evening and the person to the bytes, against the two libraries that make an equal one from texts that are there. */
export async function compareComposing(): Promise<Comparison[]> {
  const people = Array.from({ length: count }, (_, number): Invitee => {
    const page = `https://raadsbriefing.example/avond/p${number}`
    const links = {
      ...anInvitee.links,
      page,
      yes: `${page}?ik=ja`,
      maybe: `${page}?ik=misschien`,
      no: `${page}?ik=nee`,
    }
    return { ...anInvitee, name: `Ans de Verzonnene ${number}`, address: `raadslid-${number}@raad.example`, links }
  })
  const written = people.map((invitee) => invitation({ evening: anEvening, invitee, stamp }))
  const perSecond = async (make: (number: number) => Promise<Buffer>) => {
    const start = performance.now()
    let bytes = 0
    for (let number = 0; number < count; number++) bytes += (await make(number)).length
    if (bytes < count) throw new Error('nothing was composed')
    return count / ((performance.now() - start) / 1000)
  }
  const ours = () =>
    perSecond(async (number) => {
      const invitee = people[number] ?? anInvitee
      const { name, address } = invitee
      return composeRaw(addressed(invitation({ evening: anEvening, invitee, stamp }), { name, address }))
    })
  const least = () => perSecond((number) => composeBare(written[number] as MailContent, people[number] ?? anInvitee))
  await ours()
  await least()
  return [
    {
      name: 'f. uitnodiging opstellen',
      unit: 'mails/s',
      target: 0.5,
      ...(await inTurns(rounds, ours, least)),
    },
  ]
}

function composeBare({ subject, text, html, calendar }: MailContent, { name, address, organizer, links }: Invitee) {
  const object = ical({ method: ICalCalendarMethod.REQUEST })
  object.timezone({ name: null, generator: () => amsterdamTimezone })
  const event = object.createEvent({
    id: anEvening.uid,
    start: anEvening.start.toZonedDateTimeISO(calendarZone),
    end: anEvening.end.toZonedDateTimeISO(calendarZone),
    timezone: calendarZone,
    summary: anEvening.title,
    description: text,
    location: anEvening.location,
    url: links.page,
    organizer: { name: organizer.name ?? '', email: organizer.address },
  })
  event.createAttendee({
    name,
    email: address,
    rsvp: true,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.NEEDSACTION,
  })
  const content = Buffer.from(object.toString())
  return new MailComposer({
    from: { name: 'Provincie Zuid-Holland', address: 'rsvp@briefings.example' },
    to: { name, address },
    replyTo: { name: organizer.name ?? '', address: organizer.address },
    subject,
    text,
    html,
    alternatives: [
      { contentType: 'text/calendar; charset=utf-8; method=REQUEST', content, contentTransferEncoding: 'base64' },
    ],
    attachments: [
      {
        filename: calendar?.fileName ?? 'uitnodiging.ics',
        contentType: 'application/ics',
        content,
        contentTransferEncoding: 'base64',
      },
    ],
  })
    .compile()
    .build()
}
