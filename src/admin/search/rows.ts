/** The rows of a room or a list, each by its first link. */
const ROWS = '.vouch-table tbody tr, .vouch-lines > li, .vouch-transcript > li, .table tbody tr'

const rowLinks = (): HTMLElement[] =>
  [...document.querySelectorAll(ROWS)].flatMap((row) => row.querySelector<HTMLElement>('a[href]') ?? [])

/** Puts the focus on the next row, or the one before: Enter opens it, as it opens any link. */
export const step = (by: 1 | -1): void => {
  const links = rowLinks()
  const row = document.activeElement?.closest(ROWS)
  const at = links.findIndex((link) => row?.contains(link))
  const next = at === -1 ? (by === 1 ? 0 : links.length - 1) : at + by
  links[Math.max(0, Math.min(next, links.length - 1))]?.focus()
}
