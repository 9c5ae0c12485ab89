type PaginationProps = {
  page: number
  pages: number
  hrefFor: (page: number) => string
  /** What is leafed through: "berichten". */
  of: string
}

/** Earlier and later in a long list, with where one is. Draws nothing for one page. */
export function Pagination({ page, pages, hrefFor, of }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <nav className="pagination actions" aria-label={`Bladeren door ${of}`}>
      {page > 1 && (
        <a className="utrecht-button utrecht-button--secondary-action" rel="prev" href={hrefFor(page - 1)}>
          Vorige
        </a>
      )}
      <span>
        Bladzijde {page} van {pages}
      </span>
      {page < pages && (
        <a className="utrecht-button utrecht-button--secondary-action" rel="next" href={hrefFor(page + 1)}>
          Volgende
        </a>
      )}
    </nav>
  )
}
