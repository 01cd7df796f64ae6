/** Case, white space, Markdown's stars, and the typographer's quotes and hyphens make no difference. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('*', '')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/\s+/g, ' ')
}
