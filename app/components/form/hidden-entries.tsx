/** What was typed, carried along unseen to the button that does it for real. */
export function HiddenEntries({ entries }: { entries: readonly (readonly [name: string, value: string])[] }) {
  return (
    <>
      {entries.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
