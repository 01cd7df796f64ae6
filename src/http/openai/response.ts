import type { AnswerResponse } from '../../answer/schema'
import { annotationsOf, piecesOf, tokensOf } from './annotations'
import type { Telling } from './chatCompletion'
import { MODEL } from './models'

/** What a client sent of itself, and gets again. */
export interface Echoed {
  previous_response_id: string | null
  metadata: Record<string, unknown>
}

type Part =
  | { type: 'output_text'; text: string; annotations: object[]; logprobs: never[] }
  | { type: 'refusal'; refusal: string }

/** An answer as a response of Open Responses: one message, of which a refusal is a part of its own kind. */
export const responseOf = (o: Telling & { echoed: Echoed }) => ({
  ...frameOf(o),
  status: 'completed' as const,
  completed_at: Math.floor(o.at / 1000),
  output: [messageOf(o, 'completed', [partOf(o)])],
  usage: usageOf(o.answer),
  vouch: o.answer,
})

/** The same as the events of a stream, in their order. */
export function responseEvents(
  o: Telling & { echoed: Echoed },
): ({ type: string } & Record<string, unknown>)[] {
  const { answer } = o
  const refused = answer.outcome === 'refused'
  const part = partOf(o)
  const begun = { ...frameOf(o), status: 'in_progress', output: [], usage: null }
  const inPart = (type: string, more: object) => ({
    type,
    item_id: itemId(answer),
    output_index: 0,
    content_index: 0,
    ...more,
  })
  const delta = (words: string) =>
    refused
      ? inPart('response.refusal.delta', { delta: words })
      : inPart('response.output_text.delta', { delta: words, logprobs: [] })
  const annotations = part.type === 'output_text' ? part.annotations : []
  return [
    { type: 'response.created', response: begun },
    { type: 'response.in_progress', response: begun },
    { type: 'response.output_item.added', output_index: 0, item: messageOf(o, 'in_progress', []) },
    inPart('response.content_part.added', { part: emptied(part) }),
    ...piecesOf(answer).map(delta),
    ...annotations.map((annotation, i) =>
      inPart('response.output_text.annotation.added', { annotation_index: i, annotation }),
    ),
    part.type === 'refusal'
      ? inPart('response.refusal.done', { refusal: part.refusal })
      : inPart('response.output_text.done', { text: part.text, logprobs: [] }),
    inPart('response.content_part.done', { part }),
    { type: 'response.output_item.done', output_index: 0, item: messageOf(o, 'completed', [part]) },
    { type: 'response.completed', response: responseOf(o) },
  ].map((event, i) => Object.assign(event, { sequence_number: i }))
}

/** What every response has, and clients expect to find. */
const frameOf = ({ answer, at, echoed }: Telling & { echoed: Echoed }) => ({
  id: `resp_${answer.receiptId}`,
  object: 'response' as const,
  created_at: Math.floor(at / 1000),
  model: MODEL,
  error: null,
  incomplete_details: null,
  instructions: null,
  max_output_tokens: null,
  max_tool_calls: null,
  parallel_tool_calls: false,
  reasoning: null,
  service_tier: 'default',
  store: true,
  background: false,
  temperature: 0,
  top_p: 1,
  presence_penalty: 0,
  frequency_penalty: 0,
  top_logprobs: 0,
  text: { format: { type: 'text' } },
  tool_choice: 'none',
  tools: [],
  truncation: 'disabled',
  ...echoed,
})

const itemId = ({ receiptId }: AnswerResponse): string => `msg_${receiptId}`

const messageOf = ({ answer }: Telling, status: 'in_progress' | 'completed', content: Part[]) => ({
  id: itemId(answer),
  type: 'message' as const,
  role: 'assistant' as const,
  status,
  content,
})

function partOf({ answer, linkTo }: Telling): Part {
  if (answer.outcome === 'refused') return { type: 'refusal', refusal: answer.message }
  const annotations = answer.outcome === 'answered' ? annotationsOf(answer, linkTo) : []
  return {
    type: 'output_text',
    text: answer.message,
    annotations,
    logprobs: [],
  }
}

const emptied = (part: Part): Part =>
  part.type === 'refusal' ? { ...part, refusal: '' } : { ...part, text: '', annotations: [] }

function usageOf(answer: AnswerResponse) {
  const { promptTokens, completionTokens } = tokensOf(answer)
  return {
    input_tokens: promptTokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: completionTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: promptTokens + completionTokens,
  }
}
