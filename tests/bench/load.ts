import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerParent } from './children.ts'

export type Load = {
  port: number
  path: string
  headers: Record<string, string>
  connections: number
  milliseconds: number
}
export type LoadResult = { perSecond: number; answers: number }

/** A child that asks for one page over and over, on kept connections, and counts the answers that are 200. */
export async function generateLoad(): Promise<void> {
  answerParent(async (message) => run(message as unknown as Load))
}

async function run({ port, path, headers, connections, milliseconds }: Load): Promise<LoadResult> {
  const fields = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}`)
  const question = Buffer.from(`GET ${path} HTTP/1.1\r\n${fields.join('\r\n')}\r\n\r\n`)
  const visitors = await Promise.all(Array.from({ length: connections }, () => visit(port, question)))
  const start = performance.now()
  for (const visitor of visitors) visitor.begin()
  await sleep(milliseconds)
  const answers = visitors.reduce((sum, visitor) => sum + visitor.end(), 0)
  return { answers, perSecond: answers / ((performance.now() - start) / 1000) }
}

/** One visitor: the next question goes out when the whole answer is in. */
async function visit(port: number, question: Buffer) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let answers = 0
  readAnswers(socket, () => {
    answers++
    socket.write(question)
  })
  return {
    begin: () => void socket.write(question),
    end: () => {
      socket.destroy()
      return answers
    },
  }
}

const endOfHead = Buffer.from('\r\n\r\n')

/** Calls `whole` for each answer, told by its length or by its chunks (RFC 9112 §6, §7.1). Anything but 200 ends the run. */
function readAnswers(socket: Socket, whole: () => void): void {
  let pending: Buffer = Buffer.alloc(0)
  socket.on('data', (bytes: Buffer) => {
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
    const headEnd = pending.indexOf(endOfHead)
    if (headEnd === -1) return
    const head = pending.toString('latin1', 0, headEnd)
    if (!head.startsWith('HTTP/1.1 200')) throw new Error(`not a page: ${head.split('\r\n')[0]}`)
    const end = endOfBody(head, headEnd + endOfHead.length)
    if (end === undefined || pending.length < end) return
    pending = pending.subarray(end)
    whole()
  })

  function endOfBody(head: string, bodyStart: number): number | undefined {
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
    if (length !== undefined) return bodyStart + Number(length)
    for (let at = bodyStart; ; ) {
      const lineEnd = pending.indexOf('\r\n', at)
      if (lineEnd === -1) return undefined
      const size = Number.parseInt(pending.toString('latin1', at, lineEnd), 16)
      if (Number.isNaN(size)) throw new Error('an answer without a length')
      at = lineEnd + 2 + size + 2
      if (size === 0) return at
    }
  }
}
