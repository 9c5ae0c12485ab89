import { NotFound, Refusal } from '#app/domain/refusal.ts'
import { openClarification } from '#app/domain/requesting/briefing-request.ts'
import { statusAfter } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import { foreseeRequestMails } from '#app/use-cases/scheduling/foresee-mails.ts'
import type { Db, Trx } from '#db/connection.server.ts'
import { findBriefingRequestByReference } from '#db/requesting/briefing-requests.ts'
import { insertClarification } from '#db/requesting/clarifications.ts'
import type { ForeseenMails } from '#db/scheduling/session-mails.ts'
import { questionAsked } from '#emails/requesting/question-asked.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'
import { postToContact } from './post-to-contact.ts'
import { requestAddresses } from './request-addresses.ts'

export type AskClarification = RequestAtVersion & { question: string; staffId: string }

/**
 * The province wants to know something first. The answer leads back to where the request is now. The same form sent twice asks once.
 * @throws NotFound, or Refusal changed-meanwhile, clarification-already-open, step-not-possible
 */
export async function askClarification(
  db: Db,
  site: Site,
  input: AskClarification,
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute((trx) => ask(trx, site, input, now))
}

/** Which mails asking would send. Throws what asking would throw. */
export async function foreseeAsking(
  db: Db,
  site: Site,
  input: AskClarification,
  now: Temporal.Instant,
): Promise<ForeseenMails> {
  const found = await findBriefingRequestByReference(db, input.reference)
  if (!found) throw new NotFound('briefing request')
  const work = async (trx: Trx) => {
    await ask(trx, site, input, now)
    return []
  }
  return foreseeRequestMails(db, found.id, work, now)
}

async function ask(trx: Trx, site: Site, input: AskClarification, now: Temporal.Instant): Promise<void> {
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
}
