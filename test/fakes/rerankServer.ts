import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

type Manner = 'cohere' | 'tei' | 'one too few' | 'garbage' | 'broken' | 'silent'

/** A rerank API on a loopback port: a text scores by the words of the query that it holds. */
export async function startFakeRerankServer() {
  const requests: { body: Record<string, unknown>; authorization: string | undefined }[] = []
  let manner: Manner = 'cohere'
  const server = createServer(async (incoming, response) => {
    const body = (await json(incoming)) as Record<string, unknown>
    requests.push({ body, authorization: incoming.headers.authorization })
    if (manner === 'silent') return
    response.statusCode = manner === 'broken' ? 500 : 200
    response.setHeader('content-type', 'application/json')
    response.end(manner === 'garbage' ? '<html>' : JSON.stringify(answerIn(manner, body)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rerank`,
    requests,
    answerAs: (next: Manner) => (manner = next),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const answerIn = (manner: Manner, body: Record<string, unknown>): unknown => {
  const texts = (manner === 'tei' ? body['texts'] : body['documents']) as string[]
  const words = String(body['query']).toLowerCase().split(' ')
  const scored = texts
    .map((text, index) => ({
      index,
      score: words.filter((word) => text.toLowerCase().includes(word)).length,
    }))
    .toSorted((a, b) => b.score - a.score)
    .slice(manner === 'one too few' ? 1 : 0)
  if (manner === 'tei') return scored
  return { results: scored.map(({ index, score }) => ({ index, relevance_score: score })) }
}
