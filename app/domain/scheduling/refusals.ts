export type SchedulingRefusals = {
  'speaker-already-booked': { speakerName: string; otherTitle: string; otherTime: string }
  'venue-already-booked': { venueName: string; otherTitle: string; otherTime: string }
  'session-step-not-possible': { statusText: string }
  'dos-number-missing': Record<never, never>
  'session-place-missing': Record<never, never>
  'session-programme-missing': Record<never, never>
  'venue-municipality-unknown': Record<never, never>
  'session-already-began': Record<never, never>
  'option-expiry-past': Record<never, never>
  /** Not before the evening itself. */
  'option-expiry-too-late': Record<never, never>
  /** None of its councils has a clerk with a working address, or none has said that it takes part. */
  'option-without-holder': Record<never, never>
  /** The request has an evening that is not cancelled. */
  'request-already-planned': { reference: string; otherTitle: string }
  /** The request is not being treated (yet, or any more). */
  'request-not-in-treatment': { reference: string }
}
