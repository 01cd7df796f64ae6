/** As written, without the marks of items and emphasis. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
    .replaceAll('*', '')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
