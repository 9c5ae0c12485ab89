import { type ReactNode, useId } from 'react'

export type Column<Row> = {
  key: string
  /** In words: on a phone it stands before each cell. */
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand right, under each other. */
  numeric?: boolean
}

type DataTableProps<Row> = {
  caption: ReactNode
  /** The table is a part of the page by itself: a heading above it takes the place of the caption, so that one can jump to it. */
  isSection?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of the table: an <EmptyState>. */
  empty?: ReactNode
}

/** Browsers drop the meaning of a table that is displayed as blocks, as ours is on a phone: each part says what it is. */
const roles = {
  table: 'table',
  group: 'rowgroup',
  row: 'row',
  columnName: 'columnheader',
  rowName: 'rowheader',
  cell: 'cell',
} as const

/** A table with a caption and a header that stays in view; its first column names the row. On a phone every row becomes a block. */
export function DataTable<Row>({ caption, isSection, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  const headingId = useId()
  if (rows.length === 0 && empty) return empty
  return (
    <div className="table-frame">
      {isSection && <h2 id={headingId}>{caption}</h2>}
      <table className="data-table" role={roles.table} aria-labelledby={isSection ? headingId : undefined}>
        {!isSection && <caption>{caption}</caption>}
        <thead role={roles.group}>
          <tr role={roles.row}>
            {columns.map((column) => (
              <th key={column.key} scope="col" role={roles.columnName} className={alignment(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={roles.group}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role={roles.row}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" role={roles.rowName}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} role={roles.cell} data-label={column.header} className={alignment(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function alignment(column: { numeric?: boolean }): string | undefined {
  return column.numeric ? 'numeric' : undefined
}
