import { DefinitionList } from '../page/definition-list.tsx'

export type FactRow = [term: string, value: string | undefined]

/** Above a form that somebody else overtook: what is saved now, beside what was typed. */
export function StandsNow({ rows }: { rows: readonly FactRow[] }) {
  return (
    <section aria-labelledby="nu">
      <h2 id="nu">Zo staat het er nu</h2>
      <DefinitionList rows={rows.map(([term, value]) => ({ key: term, term, value: value || 'niet ingevuld' }))} />
      <p>In de velden hieronder staat nog wat u invulde. Slaat u op, dan vervangt dat wat er nu staat.</p>
    </section>
  )
}
