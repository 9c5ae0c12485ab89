import { linkUnknownReply } from '#app/use-cases/inviting/link-unknown-reply.ts'
import { takeBackTrayChoice } from '#app/use-cases/inviting/take-back-tray-choice.ts'
import type { Db } from '#db/connection.server.ts'
import { listTrayChoices } from '#db/inviting/tray-choices.ts'
import { answering } from '#tests/unit/mail-intake/answer-mail.ts'
import { anInvitee, later, stamp } from './answers.ts'
import { aSite } from './here-and-now.ts'

/** Another address of somebody we invited; nobody told us that it is hers. */
export const homeAddress = 'ans.thuis@voorbeeld.example'
/** When staff look at what came in. */
export const soon = later.add({ minutes: 5 })

/** An answer from an address we do not know, at her own reply address; and what staff do with it. */
export async function anUnknownReply(db: Db, partstat = 'ACCEPTED') {
  const invitee = await anInvitee(db)
  const fromHome = (said = partstat, at = later) =>
    invitee.answers(
      { attendees: [answering(said, homeAddress)], stamp: stamp(at) },
      { from: `"Ans (thuis)" <${homeAddress}>`, ...invitee.another() },
      at,
    )
  const { inboxId } = await fromHome()
  const staffId = invitee.evening.staffId
  const link = (over: Partial<Parameters<typeof linkUnknownReply>[2]> = {}, at = soon) => {
    const plain = { inboxId, registrationId: invitee.registrationId, remember: 'linked', answer: undefined } as const
    return linkUnknownReply(db, aSite, { ...plain, shownSequence: 0, staffId, ...over }, at)
  }
  const takeBack = async (id = inboxId) => {
    const [last] = await listTrayChoices(db, id)
    return takeBackTrayChoice(db, aSite, { inboxId: id, choiceId: last?.id ?? 0, staffId }, soon.add({ minutes: 5 }))
  }
  return { ...invitee, inboxId, staffId, fromHome, link, takeBack }
}
