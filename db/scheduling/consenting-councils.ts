import type { Db } from '../connection.server.ts'

/** Of the councils of an evening those that said they take part: silence is not consent. An evening without a request is for all its councils. */
export async function listConsentingCouncils(db: Db, briefingSessionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('briefing_session_council as invited')
    .select('invited.council_id')
    .where('invited.briefing_session_id', '=', briefingSessionId)
    .where(({ or, not, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('briefing_session_request as link')
            .innerJoin('briefing_request_council as part', 'part.briefing_request_id', 'link.briefing_request_id')
            .select('part.council_id')
            .whereRef('link.briefing_session_id', '=', 'invited.briefing_session_id')
            .whereRef('part.council_id', '=', 'invited.council_id')
            .where('part.state', '=', 'joined'),
        ),
        not(
          exists(
            selectFrom('briefing_session_request as link')
              .select('link.briefing_request_id')
              .whereRef('link.briefing_session_id', '=', 'invited.briefing_session_id'),
          ),
        ),
      ]),
    )
    .execute()
  return rows.map(({ council_id }) => council_id)
}
