import type { WishFact } from '#app/domain/requesting/wish-facts.ts'
import { DefinitionList } from '../page/definition-list.tsx'

type WishFactsProps = {
  facts: readonly WishFact[]
  /** The form, to change an answer; absent once the request is in. */
  changeHref?: string
}

/** Everything a council asks for, row by row. */
export function WishFacts({ facts, changeHref }: WishFactsProps) {
  return (
    <DefinitionList
      rows={facts.map(({ field, term, lines }) => ({
        key: field,
        term,
        value: lines.length === 1 ? <span className="kept-lines">{lines[0]}</span> : <Lines lines={lines} />,
        changeHref: changeHref && `${changeHref}#aanvraag-${field}`,
      }))}
    />
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
