import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { changeBetween, factsOf } from '#app/domain/scheduling/session-change.ts'
import { differencesInWords, type OldAndNew } from '#app/domain/scheduling/session-words.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import { countAnswers } from '#db/scheduling/session-answers.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { findVenue } from '#db/scheduling/venues.ts'
import { type ChangeSession, foreseeChange } from './change-session.ts'
import { warnAboutSession } from './warn-about-session.ts'

/** Everything there is to know before a change is made; plain text and numbers. */
export type ChangePreviewFacts = {
  differences: OldAndNew[]
  /** Whether people are asked again whether they come, and how many of them said something before. */
  asksAgain: boolean
  answered: number
  /** Only a text changed: no mail goes out unless staff say so. */
  isQuiet: boolean
  warnings: string[]
  mails: ForeseenMails
}

/** @throws what changing would throw */
export async function previewChange(
  db: Db,
  site: Site,
  input: ChangeSession,
  now: Temporal.Instant,
): Promise<ChangePreviewFacts> {
  const { change, before, after, mails } = await foreseeChange(db, site, input, now)
  const answers = await countAnswers(db, input.id)
  const session = await findBriefingSession(db, input.id)
  const venue = input.plan.venueId === undefined ? undefined : await findVenue(db, input.plan.venueId)
  const councils = (session?.councils ?? []).map((each) => ({
    name: each.municipalityName,
    usualEvenings: each.usualEvenings,
  }))
  const outline = { ...input.plan, venueCapacity: venue?.capacity, seatsTaken: answers.seats }
  return {
    differences: differencesInWords(before, after),
    asksAgain: change?.asksAgain ?? false,
    answered: answers.yes + answers.maybe + answers.no,
    isQuiet: change?.what === 'text' && !input.tellAboutText,
    warnings: await warnAboutSession(db, site, { outline, councils }, now),
    mails: { ...mails, toCall: mails.toCall.filter(concernedBy(before, after)) },
  }
}

/** Who has no address is called only about what concerns her: a new time or place, or that she comes or goes. */
function concernedBy(before: BriefingSession, after: BriefingSession): (name: string) => boolean {
  const what = changeBetween(factsOf(before), factsOf(after))?.what
  if (what === 'time' || what === 'place') return () => true
  const booked = ({ speakers, venue }: BriefingSession) => [...speakers.map(({ name }) => name), venue?.name]
  return (name) => booked(before).includes(name) !== booked(after).includes(name)
}
