import type { Venue } from '#app/domain/scheduling/briefing-session.ts'
import type { Speaker } from '#app/domain/scheduling/speaker.ts'

/** Rooms in use, and the one that is chosen already even when it no longer is. */
export function venueOptions(venues: readonly Venue[], chosenId?: string): { value: string; text: string }[] {
  return venues
    .filter(({ id, active }) => active || id === chosenId)
    .map(({ id, name, capacity }) => ({
      value: id,
      text: capacity === undefined ? name : `${name} (${capacity} plaatsen)`,
    }))
}

/** Speakers one can ask; who knows a topic of the programme comes first and says so. */
export function speakerChoices(
  speakers: readonly Speaker[],
  topicIds: readonly string[],
  chosenIds: readonly string[] = [],
): { value: string; text: string; hint: string | undefined }[] {
  const knows = (speaker: Speaker) => speaker.topicIds.some((id) => topicIds.includes(id))
  return speakers
    .filter(({ id, active }) => active || chosenIds.includes(id))
    .toSorted((one, other) => Number(knows(other)) - Number(knows(one)))
    .map((speaker) => ({
      value: speaker.id,
      text: speaker.organisation === '' ? speaker.name : `${speaker.name}, ${speaker.organisation}`,
      hint: knows(speaker) ? 'Kent een onderwerp uit dit programma.' : undefined,
    }))
}
