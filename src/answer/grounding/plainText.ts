import { stripMarkdown } from '../markdown'

/** Longer is no sentence for a customer. */
const MAX_CHARACTERS = 400

/**
 * Whether a generated sentence is nothing but a sentence: no Markdown, HTML, control or invisible characters, no words of
 * mixed scripts (“раypal”), no digits but ours, no question, and no address or path that its evidence does not hold.
 */
export const isPlain = (text: string, evidence: string): boolean =>
  text.length <= MAX_CHARACTERS &&
  text.trim() !== '' &&
  !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/u.test(text) &&
  !/\p{M}{2,}/u.test(text) &&
  !/[<>{}[\]`*_#|~^\\]/.test(text) &&
  stripMarkdown(text) === text.trim().replace(/\s+/g, ' ') &&
  !/\?["”»)]*$/.test(text.trim()) &&
  hasPlainWords(text) &&
  addressesIn(text).every((address) => evidence.includes(address))

const hasPlainWords = (text: string): boolean =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => word).every(
    (word) =>
      SCRIPTS.filter((script) => script.test(word)).length <= 1 &&
      (!/\p{N}/u.test(word) || /^[\p{L}\d]+$/u.test(word)) &&
      word.normalize('NFKC') === word.normalize('NFC'),
  )

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

/** What could be opened, written to or typed in: anything with a dot, slash, at or colon inside. */
const addressesIn = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((token) => token.replace(/^[("'“„«]+|[)"'”“».,;:!?]+$/gu, ''))
    .filter((token) => /[@/\\]|:\S|[\p{L}\p{N}]\.\p{L}/u.test(token))
