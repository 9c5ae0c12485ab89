import { data } from '@remix-run/node'
import type { z } from 'zod'
import { NotFound, Refusal, type RefusalCode } from './domain/refusal.ts'
import { sentenceFor } from './messages.ts'
import { parseForm } from './web/fitting-form.ts'

/** Refusals that HTTP has a word of its own for. */
const statusOf: Partial<Record<RefusalCode, number>> = {
  'changed-meanwhile': 409,
  'reply-already-handled': 409,
  'proposal-closed': 409,
  'too-many-attempts': 429,
}

/**
 * Parse → run → answer the same form. The route has guarded before it calls this: a stranger never receives validation errors.
 *
 * Wrong shape answers 400 with sentences at the fields; a Refusal answers 422 (409 when somebody else saved first, 429 when it was tried too often) with its sentence above the form.
 * In both cases everything that was typed comes back. `run` answers with a redirect, or with what the page shows before it is done for real.
 */
export async function formAction<Schema extends z.ZodType, Answer = Response>(
  formData: FormData,
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Answer>,
) {
  const submission = parseForm(formData, schema)
  // A button inside the form (one more row, one row less) sends it back as it is: nothing was refused.
  if (submission.status === undefined) return data({ lastResult: submission.reply() })
  if (submission.status !== 'success') return data({ lastResult: submission.reply() }, { status: 400 })
  try {
    return await run(submission.value as z.output<Schema>)
  } catch (error) {
    if (error instanceof NotFound) throw new Response(null, { status: 404 })
    if (!(error instanceof Refusal)) throw error
    const lastResult = submission.reply({ formErrors: [sentenceFor(error)] })
    const code: RefusalCode = error.code
    return data({ lastResult }, { status: statusOf[code] ?? 422 })
  }
}

/** What `read` gives, or the sentence with which the domain refuses it: for pages that show beforehand what would happen. */
export async function orSentence<T>(read: () => Promise<T>): Promise<{ answer: T } | { refused: string }> {
  try {
    return { answer: await read() }
  } catch (error) {
    if (error instanceof NotFound) throw new Response(null, { status: 404 })
    if (!(error instanceof Refusal)) throw error
    return { refused: sentenceFor(error) }
  }
}
