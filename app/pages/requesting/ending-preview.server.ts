import type { Context } from '#app/context.server.ts'
import { formatSessionTime } from '#app/domain/calendar-text.ts'
import { isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { goesOnForOthers } from '#app/domain/scheduling/session-steps.ts'
import { calendarWords, readersInWords } from '#app/domain/scheduling/session-words.ts'
import { orSentence } from '#app/form-action.server.ts'
import { listSessionsOfRequest } from '#db/requesting/request-sessions.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'

/** What ending a request touches: its evenings and the mails that go out, or the sentence with which it is refused. */
export async function previewEnding(
  { db }: Pick<Context, 'db'>,
  briefingRequestId: string,
  foresee: () => Promise<ForeseenMails>,
) {
  const foreseen = await orSentence(foresee)
  if ('refused' in foreseen)
    return { refused: foreseen.refused, evenings: [], mails: [], withheld: [], toCall: [], withoutClerk: [] }
  const { kinds, withheld, toCall, withoutClerk } = foreseen.answer
  const listed = await listSessionsOfRequest(db, briefingRequestId)
  const sessions = await Promise.all(listed.map(({ id }) => findBriefingSession(db, id)))
  return {
    refused: undefined,
    evenings: sessions.flatMap((session) =>
      session === undefined || session.status === 'held'
        ? []
        : [
            {
              id: session.id,
              title: session.title,
              when: formatSessionTime(session.start, session.end),
              isAnnounced: isAnnounced(session.status),
              goesOn: goesOnForOthers(session, briefingRequestId),
            },
          ],
    ),
    mails: kinds.map((row) => ({
      key: `${row.kind} ${row.calendar} ${row.name}`,
      mail: row.name,
      to: readersInWords(row),
      ...(kinds.some(({ calendar }) => calendar !== 'none') && { calendar: calendarWords[row.calendar] }),
      count: row.mails,
    })),
    withheld,
    toCall,
    withoutClerk,
  }
}
