import { setImmediate as turnOfOthers } from 'node:timers/promises'
import { takingTurns } from './taking-turns.ts'

/** In bytes. Taking a mail apart keeps the process busy for up to a quarter of a second for each megabyte; an answer from a calendar is a tenth of this. */
const large = 32 * 1024

/** Lets large mails come one at a time, in the order of coming, so that pages are served between two of them. All others wait for nobody. */
export function largeMailInTurn<Mail extends { raw: Buffer }, Taken>(
  takeIn: (mail: Mail) => Promise<Taken>,
): (mail: Mail) => Promise<Taken> {
  const turns = takingTurns()
  return async (mail) => {
    if (mail.raw.length <= large) return takeIn(mail)
    const turn = turns.reserve()
    await turn.come()
    try {
      await turnOfOthers()
      return await takeIn(mail)
    } finally {
      turn.end()
    }
  }
}
