// What OpenAI's embedding models count by; o200k counts a third as many tokens in some scripts.
import { decode, encode } from 'gpt-tokenizer/encoding/cl100k_base'

/** A text as it is sent: cut to what a model reads. */
export interface Input {
  text: string
  tokens: number
}

/** The limit is 8,192 tokens an input. */
const INPUT_TOKENS = 8_000
/** As long as so many tokens are in any prose; counting the tokens of one endless word takes seconds. */
const INPUT_CHARACTERS = 5 * INPUT_TOKENS
/** Far under the 2,048 inputs and 300,000 tokens that a request may hold, so that one that fails loses little. */
export const BATCH_INPUTS = 96
const BATCH_TOKENS = 60_000

/** Words such as `<|endoftext|>` are text like any other. */
const PLAIN = { disallowedSpecial: new Set<string>() }

/** The first tokens of a text, never none: the API refuses an empty input. */
export function toInput(text: string): Input {
  const tokens = encode(text.slice(0, INPUT_CHARACTERS) || ' ', PLAIN)
  const kept = tokens.slice(0, INPUT_TOKENS)
  // A cut may go through a character, which then reads as U+FFFD.
  return { text: decode(kept).replace(/\uFFFD+$/, '') || ' ', tokens: kept.length }
}

/** In order, each within the limits of a request. */
export function batchesOf(inputs: Input[], most = BATCH_INPUTS): Input[][] {
  const batches: Input[][] = []
  let tokens = 0
  for (const input of inputs) {
    const last = batches.at(-1)
    if (!last || last.length >= most || tokens + input.tokens > BATCH_TOKENS) {
      batches.push([input])
      tokens = 0
    } else last.push(input)
    tokens += input.tokens
  }
  return batches
}
