import type { ClaimedMail } from '#db/inviting/claiming.ts'

export type MailsInHand = {
  /** The next mail to deliver; undefined when none is due, or when nobody delivers any more. */
  next: () => Promise<ClaimedMail | undefined>
  /** Nobody delivers any more. Gives what was claimed and never offered to a server. */
  leave: () => Promise<ClaimedMail[]>
}

/** So few in hand that the next claim may begin: the database works while mails leave. */
const fewInHand = 25

/**
 * Claims mails ahead of those who deliver them.
 *
 * @param isClosing whether this process is stopping: then what is in hand stays there
 * @param claim takes mails that are due, none when there are none
 * @param settled resolves when the database knows what became of every mail before: only then can "none is due" be believed, because the next mail of a lane
 * waits for the one before it
 */
export function mailsInHand(
  isClosing: () => boolean,
  claim: () => Promise<ClaimedMail[]>,
  settled: () => Promise<void>,
): MailsInHand {
  const hand: ClaimedMail[] = []
  let claiming: Promise<number> | undefined
  const claimMore = () => {
    claiming ??= claim()
      .then((mails) => {
        hand.push(...mails)
        return mails.length
      })
      .finally(() => {
        claiming = undefined
      })
    return claiming
  }
  return {
    async next() {
      for (let believed = false; !isClosing(); ) {
        const mail = hand.shift()
        if (mail) {
          // The failure is reported when the next mail is asked for; until then it must not be an unhandled rejection.
          if (hand.length < fewInHand) claimMore().catch(() => {})
          return mail
        }
        const mails = await claimMore()
        if (hand.length > 0) continue
        if (mails === 0 && believed) return undefined
        await settled()
        believed = mails === 0
      }
      return undefined
    },
    async leave() {
      await claiming?.catch(() => {})
      return hand.splice(0)
    },
  }
}
