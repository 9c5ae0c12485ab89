import { createHash } from 'node:crypto'
import { isTraceField } from './mail-traces.ts'

/** The same mail delivered twice differs only in what servers wrote above it on the way. */
export function hashWithoutTraces(raw: Buffer, deliveredTo: string | undefined): Buffer {
  const text = raw.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const fields = text.slice(0, end).split(/\r?\n(?![ \t])/)
  const head = fields.filter((field) => !isTraceField(field)).map((field) => field.trimEnd())
  const body = text.slice(end).trim().replaceAll('\r\n', '\n')
  return createHash('sha256')
    .update(`${deliveredTo?.toLowerCase() ?? ''}\0${head.join('\n')}\0`)
    .update(body, 'latin1')
    .digest()
}
