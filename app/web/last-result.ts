import type { SubmissionResult } from '@conform-to/react'
import { useActionData } from '@remix-run/react'

/** What formAction answers of a form that is shown again. */
type Answered = { lastResult?: SubmissionResult<string[]> | undefined }

/** What Conform shows of a form that came back to its page: what was typed and what is wrong. Undefined when nothing was sent. */
export function useLastResult(): SubmissionResult<string[]> | undefined {
  return useActionData<Answered>()?.lastResult
}
