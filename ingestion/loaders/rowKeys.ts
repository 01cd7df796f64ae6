/**
 * Gives each row of one file its key: the file's, `#`, and the row's id or a slug of its title. Not its number, so that
 * a row inserted above does not turn every row below into another document. A repeated one gets "-2".
 */
export function rowKeys(fileKey: string): (idOrTitle: string) => string {
  const seen = new Map<string, number>()
  return (idOrTitle) => {
    const slug = slugOf(idOrTitle)
    const times = (seen.get(slug) ?? 0) + 1
    seen.set(slug, times)
    return `${fileKey}#${slug}${times > 1 ? `-${times}` : ''}`
  }
}

const slugOf = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '') || 'row'
