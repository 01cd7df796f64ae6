/**
 * Gives each row of one file its key: the file's, `#`, and the row's own id as it stands, or else a slug of its title.
 * Not its number, so that a row inserted above does not turn every row below into another document. A repeated one
 * gets "-2".
 */
export function rowKeys(fileKey: string): (row: { id: string | undefined; title: string }) => string {
  const seen = new Map<string, number>()
  return ({ id, title }) => {
    const name = id ?? slugOf(title)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return `${fileKey}#${name}${times > 1 ? `-${times}` : ''}`
  }
}

/** A title as a part of a key. */
export const slugOf = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '') || 'row'
