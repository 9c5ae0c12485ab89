import type { ReactNode } from 'react'

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
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Shown instead of the table: an <EmptyState>. */
  empty?: ReactNode
}

/**
 * A table with a caption and a header that stays in view; its first column names the row. On a phone every row becomes a block, and the roles are written
 * out because browsers drop the meaning of a table that is no longer displayed as one.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return empty
  return (
    <div className="table-frame">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table className="data-table" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} scope="col" role="columnheader" className={column.numeric ? 'numeric' : undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} isName={index === 0}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  )
}

type CellProps = { column: { header: string; numeric?: boolean }; isName: boolean; children: ReactNode }

function Cell({ column, isName, children }: CellProps) {
  if (isName) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: as in the table
      <th scope="row" role="rowheader">
        {children}
      </th>
    )
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as in the table
    <td role="cell" data-label={column.header} className={column.numeric ? 'numeric' : undefined}>
      {children}
    </td>
  )
}
