import { encode } from 'gpt-tokenizer'

/**
 * How common a word is among people: its place in a GPT's vocabulary, which is by frequency; words alone are whole there. A
 * capital is another word: names stand earlier with one. Infinity where it is no word of that vocabulary. Pure.
 */
export function frequencyRank(word: string): number {
  const [first, ...rest] = encode(` ${word}`)
  return first === undefined || rest.length > 0 ? Infinity : first
}
