import { countTokens as countGptTokens } from 'gpt-tokenizer'

/** Words such as `<|endoftext|>` in a document are text like any other, so no special token is recognised. */
const PLAIN = { disallowedSpecial: new Set<string>() }

/** Tokens of o200k. The local embedder's WordPieces run a little higher, which is why limits leave room. */
export const countTokens = (text: string): number => countGptTokens(text, PLAIN)

/** The first part of `text` that has at most `max` tokens, with an ellipsis when something was cut. */
export function clipToTokens(text: string, max: number): string {
  // No language needs fewer than one token for 16 characters over a whole line, and a long line is slow to count.
  let characters = Array.from(text.slice(0, max * 16))
  if (characters.length >= text.length && countTokens(text) <= max) return text
  while (characters.length > 1 && countTokens(`${characters.join('')}…`) > max) {
    characters = characters.slice(0, Math.floor(characters.length * 0.85))
  }
  return `${characters.join('').trimEnd()}…`
}
