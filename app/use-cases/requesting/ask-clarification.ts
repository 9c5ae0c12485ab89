import { Refusal } from '#app/domain/refusal.ts'
import { openClarification } from '#app/domain/requesting/briefing-request.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { insertClarification } from '#db/requesting/clarifications.ts'
import { questionAsked } from '#emails/requesting/question-asked.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'

/**
 * The province wants to know something first. The answer leads back to where the request is now. The same form sent twice asks once.
 * @throws NotFound, or Refusal changed-meanwhile, clarification-already-open, step-not-possible
 */
export async function askClarification(
  db: Db,
  site: Site,
  input: RequestAtVersion & { question: string; staffId: string },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const found = await lockUnlessDone(trx, input, (now) => {
      const open = openClarification(now)
      return open?.question === input.question && open.askedBy.personId === input.staffId
    })
    if (!found) return
    if (openClarification(found)) throw new Refusal('clarification-already-open')
    const change = {
      status: statusAfter('ask', found.status),
      handledBy: found.handledBy ? undefined : input.staffId,
    }
    const statusBefore = found.status === 'submitted' ? 'submitted' : 'inTreatment'
    const clarificationId = await insertClarification(
      trx,
      { briefingRequestId: found.id, question: input.question, askedBy: input.staffId, statusBefore },
      now,
    )
    const actor = { kind: 'staff', personId: input.staffId } as const
    const briefingRequest = await changeRequest(
      trx,
      found,
      { change, actor, action: 'briefingRequest.questionAsked' },
      now,
    )
    const content = questionAsked({
      name: briefingRequest.contact.name,
      briefing: briefingInMail(briefingRequest),
      question: input.question,
      answerUrl: requestAddresses(site, briefingRequest.reference).answer,
    })
    await postToContact(trx, site, { briefingRequest, content, occasion: clarificationId }, now)
  })
}
