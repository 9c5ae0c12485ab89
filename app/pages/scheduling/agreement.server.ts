import type { Context } from '#app/context.server.ts'
import { type Agreement, agreementOf } from '#app/domain/inviting/agreement.ts'
import type { BriefingSession } from '#app/domain/scheduling/briefing-session.ts'
import { listEngagementOverview } from '#db/inviting/engagement-overview.ts'
import { listConsentingCouncils } from '#db/scheduling/consenting-councils.ts'

/** Which councils of an evening agreed, as things stand. */
export async function readAgreement(
  { db }: Pick<Context, 'db'>,
  { id, councils }: BriefingSession,
): Promise<Agreement> {
  const [consenting, words] = await Promise.all([listConsentingCouncils(db, id), listEngagementOverview(db, id)])
  return agreementOf(councils, { consenting, words })
}
