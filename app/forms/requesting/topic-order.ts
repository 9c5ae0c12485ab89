/**
 * Which topics were chosen, in the order of their numbers. The same number twice is no mistake worth stopping for: then the order of the list decides.
 */
export function readTopicOrder(
  order: Record<string, string | undefined>,
  most: number,
): { topicIds: string[]; sentences: string[] } {
  const chosen = Object.entries(order)
    .map(([topicId, number]) => ({ topicId, number: Number(number) }))
    .filter(({ number }) => Number.isInteger(number) && number > 0)
    .sort((one, other) => one.number - other.number)
  const topicIds = chosen.map(({ topicId }) => topicId)
  if (topicIds.length === 0) return { topicIds, sentences: ['Kies minstens één onderwerp.'] }
  if (topicIds.length > most)
    return { topicIds, sentences: ['Kies hooguit vier onderwerpen, dan is er tijd voor gesprek.'] }
  return { topicIds, sentences: [] }
}
