import type { AccessRefusals } from './access/refusals.ts'
import type { InvitingRefusals } from './inviting/refusals.ts'
import type { RequestingRefusals } from './requesting/refusals.ts'
import type { SchedulingRefusals } from './scheduling/refusals.ts'

/** Every reason to say no, with the facts its sentence needs. app/messages.ts holds the sentence; a missing one does not compile. */
export type RefusalFacts = AccessRefusals & RequestingRefusals & SchedulingRefusals & InvitingRefusals & CommonRefusals

type CommonRefusals = {
  /** Somebody else saved first (the version the form was read at is no longer the current one). Answered with 409. */
  'changed-meanwhile': Record<never, never>
}

export type RefusalCode = keyof RefusalFacts

/** The domain says no. Shown to people as a sentence (422, or 409 for changed-meanwhile); anything else that is thrown is a 500. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  readonly code: Code
  readonly facts: RefusalFacts[Code]

  constructor(code: Code, ...[facts]: Record<never, never> extends RefusalFacts[Code] ? [] : [RefusalFacts[Code]]) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = (facts ?? {}) as RefusalFacts[Code]
  }
}

/** Not there, or not yours: both look the same to whoever asks. Answered with 404. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`${what} not found`)
    this.name = 'NotFound'
  }
}
