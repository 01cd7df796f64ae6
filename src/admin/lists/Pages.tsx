/** The page that an address asks for: the first unless it names a whole one. */
export const pageOf = (asked: string | string[] | undefined): number =>
  Math.max(1, Math.floor(Number(asked)) || 1)

/** The way through a list of more than one page. */
export const Pages = ({
  page,
  pages,
  hrefOf,
}: {
  page: number
  pages: number
  hrefOf: (page: number) => string
}) =>
  pages > 1 && (
    <nav className="vouch-pages" aria-label="Pages">
      {page > 1 && <a href={hrefOf(page - 1)}>Before</a>}
      <span className="vouch-quiet">
        Page {page} of {pages}
      </span>
      {page < pages && <a href={hrefOf(page + 1)}>Next</a>}
    </nav>
  )
