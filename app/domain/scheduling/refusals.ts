export type SchedulingRefusals = {
  'speaker-already-booked': { speakerName: string; otherTitle: string; otherTime: string }
  'venue-already-booked': { venueName: string; otherTitle: string; otherTime: string }
}
