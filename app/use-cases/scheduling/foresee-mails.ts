import { type BriefingSession, isAnnounced } from '#app/domain/scheduling/briefing-session.ts'
import { goesOnForOthers } from '#app/domain/scheduling/session-steps.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findBriefingSession } from '#db/scheduling/briefing-sessions.ts'
import {
  type ForeseenMails,
  findMailsMadeAt,
  findRequestMailsMadeAt,
  listWhomToCall,
} from '#db/scheduling/session-mails.ts'

/**
 * Does the real thing and undoes it: what people see beforehand is what will happen, because it is the same code. Nothing is
 * kept and nothing leaves, since mails and jobs live in the transaction that is rolled back.
 * @throws whatever the real thing refuses
 */
export async function foreseeMails(
  db: Db,
  briefingSessionId: string,
  work: (trx: Trx) => Promise<void>,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return undone(db, async (trx) => {
    const calledBefore = await listWhomToCall(trx, briefingSessionId)
    const before = await findBriefingSession(trx, briefingSessionId)
    await work(trx)
    const after = await findBriefingSession(trx, briefingSessionId)
    // What is announced or called off is for every griffie, also when none is known.
    const tellsClerks =
      before?.status !== after?.status && [before, after].some((each) => each && isAnnounced(each.status))
    const made = await findMailsMadeAt(trx, { id: briefingSessionId, tellsClerks }, now)
    return { ...made, toCall: [...new Set([...calledBefore, ...made.toCall])].sort() }
  })
}

/** The same for a request; `work` gives its evenings as they stood before, which it ended or left. */
export async function foreseeRequestMails(
  db: Db,
  briefingRequestId: string,
  work: (trx: Trx) => Promise<readonly Pick<BriefingSession, 'id' | 'status' | 'requests'>[]>,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  return undone(db, async (trx) => {
    const sessions = await work(trx)
    const ended = sessions
      .filter((session) => !goesOnForOthers(session, briefingRequestId))
      .map(({ id, status }) => ({ id, tellsClerks: isAnnounced(status) }))
    const briefingSessionIds = sessions.map(({ id }) => id)
    return findRequestMailsMadeAt(trx, { briefingRequestId, briefingSessionIds, ended }, now)
  })
}

async function undone<Seen>(db: Db, look: (trx: Trx) => Promise<Seen>): Promise<Seen> {
  const trx = await db.startTransaction().execute()
  try {
    return await look(trx)
  } finally {
    await trx.rollback().execute()
  }
}
