import { connect as dial } from 'node:net'
import { createInterface } from 'node:readline'

/** Speaks LMTP word by word; gives the code of each answer. */
export async function lmtp(port: number) {
  const socket = dial(port, '127.0.0.1')
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const hear = async (): Promise<number> => {
    const { value } = (await lines.next()) as { value: string }
    return value[3] === '-' ? hear() : Number(value.slice(0, 3))
  }
  const say = (text: string) => {
    socket.write(`${text}\r\n`)
    return hear()
  }
  await hear()
  await say('LHLO mx.provincie.example')
  return {
    say,
    hear,
    /** Gives the answer to each RCPT, then one for each that was accepted. */
    deliver: async (raw: Buffer, ...recipients: string[]) => {
      const codes = [await say('MAIL FROM:<someone@leiderdorp.example>')]
      for (const recipient of recipients) codes.push(await say(`RCPT TO:<${recipient}>`))
      const accepted = codes.slice(1).filter((code) => code === 250).length
      if (accepted > 0) {
        await say('DATA')
        codes.push(await say(`${raw.toString('latin1').replace(/^\./gm, '..')}\r\n.`))
        for (let answer = 1; answer < accepted; answer++) codes.push(await hear())
      } else await say('RSET')
      return codes.slice(1)
    },
    end: () => socket.destroy(),
  }
}
