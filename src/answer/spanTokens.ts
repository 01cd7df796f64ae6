/** Marks that say something beside a number; others are only punctuation. */
const SIGNS = '[%‰€$£¥°+<>=]'
/** Scripts that put no space between words: each character is one. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`
const TOKEN = new RegExp(
  [
    // A minus counts where it stands alone before a number: not in a range, not in a name.
    String.raw`(?<![\p{L}\p{N}])-(?=\p{N})`,
    // A number with everything inside it: 1,000.50 and 24/7 and 10-14 are one each.
    String.raw`\p{N}+(?:[.,:/'-]\p{N}+)*`,
    UNSPACED,
    String.raw`(?:(?!${UNSPACED})\p{L})(?:(?!${UNSPACED})[\p{L}\p{M}]|['](?=\p{L}))*`,
    SIGNS,
  ].join('|'),
  'gu',
)

/**
 * What a text says, without how it is set: its words, numbers and signs in their order, whatever the case, white space,
 * quotes, hyphens, Markdown and punctuation. A number is one piece, so that “14 days” is not in “114 days” nor in “10-14 days”.
 */
export function spanTokens(text: string): string[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[‐‑‒–—−]/g, '-')
  return folded.match(TOKEN) ?? []
}

/** Tokens as one line in which a span can be looked for: each stands between spaces. */
export function tokenLine(tokens: readonly string[]): string {
  return ` ${tokens.join(' ')} `
}
