import type { LoaderFunctionArgs } from '@remix-run/node'
import { closedReason } from '#app/domain/attending/open-for-answers.ts'
import { placesLeft, seatLimits } from '#app/domain/attending/seats.ts'
import type { BriefingSession, SessionCouncil } from '#app/domain/scheduling/briefing-session.ts'
import { countSeatsTaken } from '#db/attending/seats.ts'
import { findSessionByLink } from '#db/scheduling/briefing-sessions.ts'

export type CouncilEvening = {
  session: BriefingSession
  council: SessionCouncil
  linkToken: string
  /** Undefined when nothing limits it. */
  left: number | undefined
  closed: ReturnType<typeof closedReason>
}

/**
 * The evening behind a council's own link, for that council.
 * @throws 404 when there is no such link, or the evening was not announced yet
 */
export async function requireCouncilEvening({ params, context }: LoaderFunctionArgs): Promise<CouncilEvening> {
  const { db, now } = context
  const linkToken = params.token ?? ''
  const found = await findSessionByLink(db, linkToken)
  const council = found?.briefingSession.councils.find(({ councilId }) => councilId === found.councilId)
  if (found === undefined || council === undefined) throw new Response(null, { status: 404 })
  const { briefingSession: session, councilId } = found
  const closed = closedReason(session, now())
  if (closed === 'notPublished') throw new Response(null, { status: 404 })
  const left = placesLeft(seatLimits(session, councilId), await countSeatsTaken(db, session.id, councilId))
  return { session, council, linkToken, left, closed }
}

/** "Nog 12 plaatsen" */
export function placesInWords(left: number | undefined): string | undefined {
  if (left === undefined) return undefined
  if (left === 0) return 'Vol. Meld u aan voor de wachtlijst: u krijgt vanzelf een plaats als er een vrijkomt.'
  return left === 1 ? 'Nog 1 plaats' : `Nog ${left} plaatsen`
}
