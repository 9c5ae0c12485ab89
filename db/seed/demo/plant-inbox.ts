import { createHash } from 'node:crypto'
import type { Trx } from '../../connection.server.ts'
import { type DemoCast, idIn } from './plant-people.ts'

/**
 * Two mails as they came in, not looked at yet: the intake judges them when it starts, as it would any other. A yes from an address that we do not know, which
 * staff have to link, and a note that somebody wrote by hand.
 */
export async function plantInbox(
  trx: Trx,
  { cast, sessions }: { cast: DemoCast; sessions: Map<string, string> },
  now: Temporal.Instant,
): Promise<void> {
  const { calendar_uid: uid } = await trx
    .selectFrom('briefing_session')
    .select('calendar_uid')
    .where('id', '=', idIn(sessions, 'regional'))
    .executeTakeFirstOrThrow()
  const mails = [
    yesFromElsewhere(uid, { to: await answersOf(trx, idIn(cast.people, 'rob')), at: now.subtract({ hours: 20 }) }),
    noteByHand({ to: await answersOf(trx, idIn(cast.people, 'ria')), at: now.subtract({ hours: 3 }) }),
  ]
  for (const { text, at } of mails) {
    const raw = Buffer.from(text.replaceAll('\n', '\r\n'))
    const sha256 = createHash('sha256').update(raw).digest()
    await trx.insertInto('inbox').values({ sha256, raw, door: 'command', received_at: at.toString() }).execute()
  }
}

/** Where this person's calendar sends its answers. */
async function answersOf(trx: Trx, personId: string): Promise<string> {
  const { calendar_token } = await trx
    .selectFrom('person')
    .select('calendar_token')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return `rsvp+${calendar_token}@briefings.example`
}

type Sent = { to: string; at: Temporal.Instant }
type Mail = { text: string; at: Temporal.Instant }

/** Rob read his invitation at work; nobody told us that address. */
function yesFromElsewhere(uid: string, { to, at }: Sent): Mail {
  const from = 'r.voorbeeld@werkgever.example'
  const text = `From: Rob Voorbeeld <${from}>
To: Raadsbriefing <${to}>
Subject: Geaccepteerd: Regioavond Leidse regio
Date: ${mailDate(at)}
Message-ID: <antwoord-${at.epochMilliseconds}@werkgever.example>
MIME-Version: 1.0
Content-Type: text/calendar; charset=utf-8; method=REPLY

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Voorbeeld//Agenda//NL
METHOD:REPLY
BEGIN:VEVENT
UID:${uid}
DTSTAMP:${calendarStamp(at)}
SEQUENCE:0
ORGANIZER:mailto:${to}
ATTENDEE;CN=Rob Voorbeeld;PARTSTAT=ACCEPTED:mailto:${from}
END:VEVENT
END:VCALENDAR
`
  return { text, at }
}

function noteByHand({ to, at }: Sent): Mail {
  const text = `From: Ria Voorbeeld <ria@leiderdorp.example>
To: Raadsbriefing <${to}>
Subject: Re: Uitnodiging: Regioavond Leidse regio
Date: ${mailDate(at)}
Message-ID: <parkeren-${at.epochMilliseconds}@leiderdorp.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Goedemiddag,

Ik kom met de auto. Kan ik bij de zaal parkeren?

Ria Voorbeeld
`
  return { text, at }
}

/** RFC 5322 §3.3, in UTC. */
function mailDate(at: Temporal.Instant): string {
  return new Date(at.epochMilliseconds).toUTCString().replace('GMT', '+0000')
}

/** RFC 5545 §3.3.5, in UTC. */
function calendarStamp(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}
