import type { WebContext } from '#app/context.server.ts'
import { joinNames } from '#app/domain/catalogue/join-names.ts'
import { mayTake, type RequestStep, statusWordsForStaff } from '#app/domain/requesting/status.ts'
import { requireStaffRequest } from './staff-request.server.ts'

type Args = { request: Request; context: WebContext; params: { reference?: string } }

/** What the page of one step shows of the request. Without `step` it is always possible. */
export async function staffStep(args: Args, step?: RequestStep) {
  const { viewer, briefingRequest } = await requireStaffRequest(args)
  const { reference, version, status, contact, dosNumber, councils, topics } = briefingRequest
  return {
    signedIn: { name: viewer.name },
    reference,
    version,
    statusText: statusWordsForStaff[status],
    isPossible: step === undefined || mayTake(step, status),
    contactName: contact.name,
    dosNumber,
    summary: `${joinNames(councils.map(({ municipalityName }) => municipalityName))}: ${topics.map(({ title }) => title).join(', ')}`,
  }
}
