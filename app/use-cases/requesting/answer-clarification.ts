import { councilIdsOf, type Viewer } from '#app/domain/access/viewer.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { openClarification } from '#app/domain/requesting/briefing-request.ts'
import { assertStep, statusWords } from '#app/domain/requesting/status.ts'
import type { Site } from '#app/domain/site.ts'
import type { Db } from '#db/connection.server.ts'
import { answerClarification as writeAnswer } from '#db/requesting/clarifications.ts'
import { questionAnswered } from '#emails/requesting/question-answered.ts'
import { briefingInMail } from './briefing-in-mail.ts'
import { changeRequest, lockUnlessDone, type RequestAtVersion } from './change-request.ts'
import { requestAddresses } from './request-addresses.ts'
import { tellWhoAsked } from './tell-who-asked.ts'

/**
 * The council answers; the request goes back to where it was and whoever asked hears it, or her colleagues. The same form sent twice answers once.
 * @throws NotFound, or Refusal changed-meanwhile, step-not-possible
 */
export async function answerClarification(
  db: Db,
  site: Site,
  input: RequestAtVersion & { answer: string; viewer: Viewer },
  now: Temporal.Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { personId } = input.viewer
    const found = await lockUnlessDone(trx, input, (now) => now.clarifications.at(-1)?.answer === input.answer, {
      councilIds: councilIdsOf(input.viewer),
      personId,
    })
    if (!found) return
    assertStep('answer', found.status)
    const open = openClarification(found)
    if (!open) throw new Refusal('step-not-possible', { statusText: statusWords[found.status] })
    await writeAnswer(trx, open.id, { text: input.answer, answeredBy: personId }, now)
    const actor = { kind: 'clerk', personId } as const
    const change = { status: open.statusBefore }
    const briefingRequest = await changeRequest(
      trx,
      found,
      { change, actor, action: 'briefingRequest.questionAnswered' },
      now,
    )
    const { question, askedBy, id } = open
    const requestUrl = requestAddresses(site, briefingRequest.reference).staff
    const briefing = briefingInMail(briefingRequest)
    const write = (name: string) => questionAnswered({ name, briefing, question, answer: input.answer, requestUrl })
    await tellWhoAsked(trx, site, { briefingRequest, askedBy, id, write }, now)
  })
}
