/** A field no person sees. Whoever fills it in is a machine. */
export function Honeypot({ name = 'website' }: { name?: string }) {
  return (
    <div className="honeypot" aria-hidden="true">
      <label htmlFor={`${name}-leeg`}>Laat dit veld leeg</label>
      <input id={`${name}-leeg`} name={name} type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}
