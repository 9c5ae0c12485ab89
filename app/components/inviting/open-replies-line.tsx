/** How many unknown answers wait, with the way there. Draws nothing when none does. */
export function OpenRepliesLine({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p>
      <a href="/beheer/post/onbekend">{count === 1 ? '1 onbekende reactie' : `${count} onbekende reacties`}</a>{' '}
      {count === 1 ? 'wacht' : 'wachten'} op een medewerker.
    </p>
  )
}
