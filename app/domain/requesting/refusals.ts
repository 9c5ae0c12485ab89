export type RequestingRefusals = {
  /** The step is not possible from the status the request has now. */
  'step-not-possible': { statusText: string }
  'clarification-already-open': Record<never, never>
}
