export type RequestingRefusals = {
  /** The step is not possible from the status the request has now. */
  'step-not-possible': { statusText: string }
  /** An evening is planned: which councils belong to it is decided. */
  'co-request-closed': Record<never, never>
  'clarification-already-open': Record<never, never>
  /** An answer to a proposal that is over: in another tab, by a colleague, or because staff took it back. */
  'proposal-closed': { why: 'answered' | 'withdrawn' }
  'evening-already-past': { evening: string }
  /** The council's term ended, or the council does not exist. */
  'council-unknown': Record<never, never>
  /** A topic or form that staff took out of the offer after it was chosen. */
  'offer-changed': Record<never, never>
}
