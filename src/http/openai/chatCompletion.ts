import type { AnswerResponse } from '../../answer/schema'
import { annotationsOf, piecesOf, tokensOf } from './annotations'
import { MODEL } from './models'

/** What an answer is told with. */
export interface Telling {
  answer: AnswerResponse
  /** Epoch ms. */
  at: number
  linkTo: (releaseId: string) => string
}

/** An answer as a chat completion. A hand-over's reason stands in `vouch`: OpenAI has no word for it as a finish. */
export const chatCompletion = (o: Telling) => ({
  ...headOf(o),
  object: 'chat.completion' as const,
  choices: [
    {
      index: 0,
      message: { role: 'assistant' as const, ...saidOf(o) },
      logprobs: null,
      finish_reason: 'stop' as const,
    },
  ],
  usage: usageOf(o.answer),
  vouch: o.answer,
})

/** The same in chunks: words as they come, then who said so and how it ended, and the tokens where they are asked for. */
export function chatChunks(o: Telling & { includeUsage: boolean }): object[] {
  const chunk = (delta: object, rest: object = {}) => ({
    ...headOf(o),
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: null }],
    ...(o.includeUsage && { usage: null }),
    ...rest,
  })
  const { answer } = o
  const { annotations } = saidOf(o)
  const refused = answer.outcome === 'refused'
  return [
    chunk({ role: 'assistant', content: '', refusal: null }),
    ...piecesOf(answer).map((content) => chunk({ content, ...(refused && { refusal: content }) })),
    chunk(
      {},
      {
        choices: [
          {
            index: 0,
            delta: { ...(annotations && { annotations }) },
            logprobs: null,
            finish_reason: 'stop',
          },
        ],
        vouch: answer,
      },
    ),
    ...(o.includeUsage ? [{ ...chunk({}), choices: [], usage: usageOf(answer) }] : []),
  ]
}

const headOf = ({ answer, at }: Telling) => ({
  id: `chatcmpl-${answer.receiptId}`,
  created: Math.floor(at / 1000),
  model: MODEL,
  service_tier: 'default' as const,
  system_fingerprint: null,
})

/** A refusal is content too: many clients show nothing else, and a customer would be met with silence. */
function saidOf({ answer, linkTo }: Telling) {
  return {
    content: answer.message,
    refusal: answer.outcome === 'refused' ? answer.message : null,
    ...(answer.outcome === 'answered' && {
      annotations: annotationsOf(answer, linkTo).map(({ type, start_index, end_index, url, title }) => ({
        type,
        url_citation: { start_index, end_index, url, title },
      })),
    }),
  }
}

function usageOf(answer: AnswerResponse) {
  const { promptTokens, completionTokens } = tokensOf(answer)
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  }
}
