import type { Secret } from './types'

const NAME = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?`
const DOMAIN = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}))`
const WRITTEN = new RegExp(`${NAME}@${DOMAIN}(?:\\.${DOMAIN})*\\.\\p{L}{2,24}(?![\\p{L}\\p{N}])`, 'giu')

const AT = String.raw`\s*[(\[{<]\s*(?:at|ät|arroba|arobase)\s*[)\]}>]\s*|\s+(?:at|ät|arroba|arobase)\s+`
const DOT = String.raw`\s*[(\[{<]\s*(?:dot|punkt|punto|point)\s*[)\]}>]\s*|\s+(?:dot|punkt|punto|point)\s+|\.`
/** With the sign in words: “tim at example dot com”. */
const SPOKEN = new RegExp(
  `${NAME}(?<sign>${AT})${DOMAIN}(?:(?<dot>${DOT})${DOMAIN}){0,3}(?:(?<last>${DOT}))(?:\\p{L}{2,24})(?![\\p{L}\\p{N}])`,
  'giu',
)

/** E-mail addresses in a folded text, with their signs written in words too. */
export const emailsIn = (text: string): Secret[] =>
  [...text.matchAll(WRITTEN), ...Array.from(text.matchAll(SPOKEN)).filter(isAddress)].map(
    ({ 0: found, index }) => ({
      kind: 'e-mail address',
      start: index,
      end: index + found.length,
      shown: '[e-mail]',
    }),
  )

/** “We met at shop.com” is no address: where the dots are dots the sign stands in brackets. */
const isAddress = ({ groups }: RegExpMatchArray): boolean =>
  /[([{<]/.test(groups?.['sign'] ?? '') || (groups?.['last'] ?? '.').trim() !== '.'
