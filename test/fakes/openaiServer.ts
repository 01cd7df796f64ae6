import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type Misbehaviour =
  | 'busy'
  | 'busy for two seconds'
  | 'busy until tomorrow'
  | 'overloaded'
  | 'broken'
  | 'refuses the key'
  | 'wrong dimensions'
  | 'zeros'
  | 'not numbers'
  | 'one too few'
  | 'garbage'
  | 'shuffled'
  | 'infinite'
  | 'empty'
  | 'null'
  | 'gone'
  | 'silent'
  | 'stuck in the middle'

interface EmbeddingsRequest {
  input: string | string[]
  model: string
  encoding_format?: 'float' | 'base64'
}

/** An OpenAI-compatible server on a loopback port that embeds by hashing words, and misbehaves when told to. */
export interface FakeOpenAIServer {
  baseURL: string
  dimensions: number
  /** The requests answered, newest last. */
  requests: EmbeddingsRequest[]
  /** The most requests that were under way at once. */
  mostAtOnce: () => number
  /** Each answer takes so long, in ms. */
  takeTime(ms: number): void
  /** More texts in one request are refused, as Text Embeddings Inference does. */
  takeAtMost(texts: number): void
  /** The next `times` requests are answered so. */
  misbehave(how: Misbehaviour, times?: number): void
  close(): Promise<void>
}

function refuseBatch(response: ServerResponse, size: number, most: number) {
  response.writeHead(422, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify({
      message: `batch size ${size} > maximum allowed batch size ${most}`,
      type: 'validation',
    }),
  )
}

export async function startFakeOpenAIServer(dimensions = 256): Promise<FakeOpenAIServer> {
  const requests: EmbeddingsRequest[] = []
  const planned: Misbehaviour[] = []
  let [underWay, mostAtOnce, slowness, most] = [0, 0, 0, Infinity]
  const server = createServer(async (incoming, response) => {
    const request = JSON.parse(await bodyOf(incoming)) as EmbeddingsRequest
    requests.push(request)
    mostAtOnce = Math.max(mostAtOnce, ++underWay)
    response.once('close', () => underWay--)
    if (slowness) await sleep(slowness)
    if (request.input.length > most && Array.isArray(request.input))
      return refuseBatch(response, request.input.length, most)
    answer({ request, response, dimensions, how: planned.shift() })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    dimensions,
    requests,
    mostAtOnce: () => mostAtOnce,
    takeTime(ms) {
      slowness = ms
    },
    takeAtMost(texts) {
      most = texts
    },
    misbehave(how, times = 1) {
      planned.length = 0
      planned.push(...Array.from({ length: times }, () => how))
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** What a server that is busy says of when to come again. */
const WAITS: Partial<Record<Misbehaviour, Record<string, string>>> = {
  busy: { 'retry-after-ms': '10' },
  'busy for two seconds': { 'retry-after': '2' },
  'busy until tomorrow': { 'retry-after': '86400' },
  overloaded: { 'retry-after': '1' },
}

interface Answer {
  request: EmbeddingsRequest
  response: ServerResponse
  dimensions: number
  how: Misbehaviour | undefined
}

function answer({ request, response, dimensions, how }: Answer) {
  if (how === 'silent') return
  if (how === 'gone') return response.destroy()
  if (how === 'stuck in the middle') return response.write('{"object":"list","data":[')
  const wait = how && WAITS[how]
  if (wait) return send(response, how === 'overloaded' ? 503 : 429, { error: { message: 'slow down' } }, wait)
  if (how === 'broken')
    return send(response, 500, { error: { message: 'it hurts' } }, { 'retry-after-ms': '10' })
  if (how === 'refuses the key') return send(response, 401, { error: { message: 'who are you' } })
  if (how === 'garbage') return response.end('<html>proxy error</html>')
  if (how === 'empty') return response.writeHead(200, { 'content-type': 'application/json' }).end()
  if (how === 'null') return send(response, 200, null)
  const data = [request.input].flat().map((text, index) => ({
    object: 'embedding',
    index,
    embedding: encoded(spoilt(hashedWords(text, dimensions), how), request.encoding_format),
  }))
  if (how === 'one too few') data.pop()
  if (how === 'shuffled') data.reverse()
  return send(response, 200, {
    object: 'list',
    data,
    model: request.model,
    usage: { prompt_tokens: data.length, total_tokens: data.length },
  })
}

/** Each word adds to a few dimensions of its own: texts that share words have near vectors. Not normalised. */
function hashedWords(text: string, dimensions: number) {
  const vector = Array.from({ length: dimensions }, () => 0)
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['(none)']) {
    const digest = createHash('sha256')
      .update(word.replace(/(ing|ed|s)$/, ''))
      .digest()
    for (let i = 0; i < 8; i++)
      vector[digest.readUInt16BE(i * 4) % dimensions]! += digest.readUInt8(i * 4 + 2) > 127 ? 1 : -1
  }
  return vector
}

const HUGE = '1e999'

function spoilt(vector: number[], how: Misbehaviour | undefined): unknown[] {
  if (how === 'wrong dimensions') return vector.slice(1)
  if (how === 'zeros') return vector.map(() => 0)
  if (how === 'not numbers') return vector.map(() => null)
  // JSON has no infinity, but a number may be too large for one of ours.
  if (how === 'infinite') return vector.map(() => HUGE)
  return vector
}

/** As OpenAI does: base64 unless told otherwise. */
const encoded = (vector: unknown[], format?: string) =>
  format === 'float' ? vector : Buffer.from(Float32Array.from(vector as number[]).buffer).toString('base64')

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body).replaceAll(`"${HUGE}"`, HUGE))
}

async function bodyOf(incoming: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
