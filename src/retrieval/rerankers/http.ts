import { z } from 'zod'
import { faultOfStatus, RerankError } from '../../errors'
import { withTimeLimit } from '../../timeLimit'
import { traceHeaders } from '../../tracing/step'
import type { Reranker } from '../types'

interface HttpRerankerOptions {
  /** The whole address, as `https://api.jina.ai/v1/rerank` or `http://127.0.0.1:8080/rerank`. */
  url: string
  apiKey?: string | undefined
  /** The model's name at the server; a server of one model needs none. */
  model?: string | undefined
  /** Time limit of one request, in ms. */
  timeoutMs: number
}

/** Cohere, Jina and vLLM wrap their results; Text Embeddings Inference lists them and calls the score `score`. */
const Scored = z.union([
  z.object({ index: z.int().min(0), relevance_score: z.number() }),
  z
    .object({ index: z.int().min(0), score: z.number() })
    .transform(({ index, score }) => ({ index, relevance_score: score })),
])
const Answer = z.union([
  z.object({ results: z.array(Scored) }).transform(({ results }) => results),
  z.array(Scored),
])

/** A reranker behind the rerank API that Cohere, Jina, vLLM and Text Embeddings Inference serve. */
export function createHttpReranker({ url, apiKey, model, timeoutMs }: HttpRerankerOptions): Reranker {
  const { host } = new URL(url)
  return {
    id: `${host}/${model ?? 'rerank'}`,
    async score(question, texts) {
      const answer = await ask({ url, apiKey, timeoutMs, body: bodyOf({ question, texts, model }) })
      const parsed = Answer.safeParse(answer)
      const scores = new Map(parsed.data?.map(({ index, relevance_score }) => [index, relevance_score]))
      if (texts.some((_, i) => !scores.has(i)))
        throw new RerankError(
          `${host} scored ${scores.size} of ${texts.length} texts. Check that VOUCH_RERANK_URL is a rerank API.`,
        )
      return texts.map((_, i) => scores.get(i) ?? 0)
    },
  }
}

/** Text Embeddings Inference, which serves one model and takes no name of it, says `texts` for `documents`. */
const bodyOf = (o: { question: string; texts: string[]; model: string | undefined }) => ({
  query: o.question,
  documents: o.texts,
  top_n: o.texts.length,
  ...(o.model ? { model: o.model } : { texts: o.texts }),
})

async function ask(o: {
  url: string
  apiKey: string | undefined
  timeoutMs: number
  body: Record<string, unknown>
}): Promise<unknown> {
  const { host } = new URL(o.url)
  let late = () => false
  try {
    return await withTimeLimit({ ms: o.timeoutMs }, async ({ signal, isOver }) => {
      late = isOver
      const response = await fetch(o.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...traceHeaders(),
          ...(o.apiKey && { authorization: `Bearer ${o.apiKey}` }),
        },
        body: JSON.stringify(o.body),
        redirect: 'error',
        signal,
      })
      if (!response.ok)
        throw new RerankError(
          `${host} answered ${response.status}. Check VOUCH_RERANK_URL and VOUCH_RERANK_KEY.`,
          faultOfStatus(response.status),
        )
      return (await response.json()) as unknown
    })
  } catch (error) {
    if (error instanceof RerankError) throw error
    throw new RerankError(
      `${host} did not rerank: ${(error as Error).message}. Check VOUCH_RERANK_URL.`,
      late() ? 'timeout' : error instanceof SyntaxError ? 'bad_reply' : 'unreachable',
    )
  }
}
