import type { ReactNode } from 'react'

export type DefinitionRow = {
  key: string
  term: string
  value: ReactNode
  /** Where "wijzig" leads: the field on the form. */
  changeHref?: string
}

/** What was answered, row by row, with a way back to each answer. */
export function DefinitionList({ rows }: { rows: readonly DefinitionRow[] }) {
  return (
    <dl className="utrecht-data-list facts">
      {rows.map((row) => (
        <div key={row.key} className="utrecht-data-list__item">
          <dt className="utrecht-data-list__item-key">{row.term}</dt>
          <dd className="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{row.value}</dd>
          {row.changeHref && (
            <dd className="facts-change">
              <a href={row.changeHref}>
                Wijzig<span className="visually-hidden"> {row.term.toLowerCase()}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
