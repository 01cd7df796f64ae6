import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ChatBody {
  model: string
  messages: { role: string; content: string }[]
  response_format?: { type: string; json_schema?: { name: string } }
  temperature?: number
  reasoning_effort?: string
  max_tokens?: number
  max_completion_tokens?: number
}

export type ChatMood =
  | 'busy'
  | 'busy until tomorrow'
  | 'busy for 30 seconds'
  | 'broken'
  | 'refuses the key'
  | 'page of a proxy'
  | 'empty body'
  | 'null'
  | 'no choices'
  | 'empty content'
  | 'prose'
  | 'wrong shape'
  | 'cut off'
  | 'refusal'
  | 'filtered'
  | 'huge'
  | 'gone'
  | 'silent'
  | 'stuck in the middle'
  | 'knows no schema'
  | 'knows no response_format'
  | 'knows no temperature'
  | 'knows no effort'
  | 'too small a context'
  | 'wants max_completion_tokens'

/** An OpenAI-compatible chat server on a loopback port that says what it is told to, and misbehaves when told to. */
export interface FakeChatServer {
  baseURL: string
  /** The requests so far, newest last. */
  requests: ChatBody[]
  /** Where in a trace each was asked, as its header says. */
  traceparents: (string | undefined)[]
  /** How many callers went away before they were answered. */
  abandoned: () => number
  /** What it answers from now on: a value to be JSON, or the content itself. */
  say(answer: (body: ChatBody) => unknown): void
  takeTime(ms: number): void
  /** The next `times` requests are met so. */
  be(mood: ChatMood, times?: number): void
  close(): Promise<void>
}

export async function startFakeChatServer(): Promise<FakeChatServer> {
  const requests: ChatBody[] = []
  const traceparents: (string | undefined)[] = []
  const planned: ChatMood[] = []
  let [slowness, abandoned] = [0, 0]
  let answer: (body: ChatBody) => unknown = () => ({})
  const server = createServer(async (incoming, response) => {
    response.once('close', () => (abandoned += response.writableFinished ? 0 : 1))
    const body = (await json(incoming)) as ChatBody
    requests.push(body)
    traceparents.push(incoming.headers['traceparent'] as string | undefined)
    const mood = planned.shift()
    if (slowness) await sleep(slowness)
    respond({ response, body, mood, answer })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    traceparents,
    abandoned: () => abandoned,
    say: (given) => (answer = given),
    takeTime: (ms) => (slowness = ms),
    be: (mood, times = 1) => planned.splice(0, planned.length, ...Array.from({ length: times }, () => mood)),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Exchange {
  response: ServerResponse
  body: ChatBody
  mood: ChatMood | undefined
  answer: (body: ChatBody) => unknown
}

/** What a server says to a parameter that it does not know. */
const UNKNOWN: Partial<Record<ChatMood, [(body: ChatBody) => boolean, string]>> = {
  'knows no schema': [
    (body) => body.response_format?.type === 'json_schema',
    "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
  ],
  'knows no response_format': [
    (body) => body.response_format !== undefined,
    'This response_format type is unavailable now',
  ],
  'knows no temperature': [
    (body) => body.temperature !== undefined,
    "Unsupported value: 'temperature' does not support 0 with this model.",
  ],
  'knows no effort': [
    (body) => body.reasoning_effort !== undefined,
    'Unrecognized request argument supplied: reasoning_effort',
  ],
  'too small a context': [
    () => true,
    "This model's maximum context length is 2048 tokens. However, your messages resulted in 2893 tokens.",
  ],
  'wants max_completion_tokens': [
    (body) => body.max_tokens !== undefined,
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
  ],
}

function respond({ response, body, mood, answer }: Exchange) {
  if (mood === 'silent') return
  if (mood === 'gone') return response.destroy()
  if (mood === 'stuck in the middle') return response.write('{"choices":[')
  if (mood === 'busy')
    return send(response, 429, { error: { message: 'slow down' } }, { 'retry-after-ms': '10' })
  if (mood === 'busy for 30 seconds')
    return send(response, 429, { error: { message: 'come back' } }, { 'retry-after': '30' })
  if (mood === 'busy until tomorrow')
    return send(response, 429, { error: { message: 'come back' } }, { 'retry-after': '86400' })
  if (mood === 'broken')
    return send(response, 500, { error: { message: 'it hurts' } }, { 'retry-after-ms': '10' })
  if (mood === 'refuses the key') return send(response, 401, { error: { message: 'who are you' } })
  if (mood === 'page of a proxy') return response.end('<html>proxy error</html>')
  if (mood === 'empty body') return response.writeHead(200, { 'content-type': 'application/json' }).end()
  if (mood === 'null') return send(response, 200, null)
  if (mood === 'no choices') return send(response, 200, { choices: null })
  const [refuses, why] = (mood && UNKNOWN[mood]) ?? []
  if (refuses?.(body)) return send(response, 400, { error: { message: why, type: 'invalid_request_error' } })
  return send(response, 200, completion(spoilt(answer(body), mood), mood))
}

const spoilt = (value: unknown, mood: ChatMood | undefined): string => {
  const content = typeof value === 'string' ? value : JSON.stringify(value)
  if (mood === 'empty content') return ''
  if (mood === 'prose') return 'I would be glad to help you with that!'
  if (mood === 'wrong shape') return '{"answer":42}'
  if (mood === 'cut off') return content.slice(0, content.length / 2)
  if (mood === 'huge') return content + ' '.repeat(10 * 1024 * 1024)
  return content
}

const completion = (content: string, mood: ChatMood | undefined) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  choices: [
    {
      index: 0,
      finish_reason: mood === 'cut off' ? 'length' : mood === 'filtered' ? 'content_filter' : 'stop',
      message: {
        role: 'assistant',
        content: mood === 'refusal' ? null : content,
        refusal: mood === 'refusal' ? 'I cannot do that.' : null,
      },
    },
  ],
  usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
})

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
