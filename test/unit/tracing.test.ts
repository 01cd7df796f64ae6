import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { routeOf, traced } from '../../src/http/traced'
import { loggerOptions } from '../../src/logging/withoutParameters'
import { boundedFetch } from '../../src/retrieval/embeddings/boundedFetch'
import { createHttpReranker } from '../../src/retrieval/rerankers/http'
import { endTracing, flushTracing, startTracing } from '../../src/tracing/start'
import { outsideTraces, placeNow, step, traceHeaders, traceparentNow } from '../../src/tracing/step'
import { formatTraceparent, parseTraceparent } from '../../src/tracing/traceparent'
import { withinTrace } from '../../src/tracing/within'
import { startOtlpReceiver, type OtlpReceiver } from '../fakes/otlpReceiver'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const CALLER = `00-${TRACE}-00f067aa0ba902b7-01`

describe('a caller’s traceparent', () => {
  it('is read, and written again as it came', () => {
    expect(parseTraceparent(CALLER)).toEqual({ traceId: TRACE, spanId: '00f067aa0ba902b7', isSampled: true })
    expect(formatTraceparent(parseTraceparent(CALLER)!)).toBe(CALLER)
    expect(parseTraceparent(CALLER.replace(/01$/, '00'))?.isSampled).toBe(false)
    // A version that is not known yet may say more; what it says in the places that are known counts.
    expect(parseTraceparent(`cc${CALLER.slice(2)}-what-comes`)?.traceId).toBe(TRACE)
  })

  it.each([
    ['none', null],
    ['nothing', ''],
    ['a version that is forbidden', `ff${CALLER.slice(2)}`],
    ['more than its version has', `${CALLER}-more`],
    ['capitals', CALLER.toUpperCase()],
    ['no trace', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['no span', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['too short', CALLER.slice(0, -1)],
    ['another’s line', `${CALLER}\r\nx: y`],
    ['a telephone number for a trace', `00-${'004915112345678'.padStart(32, '0')}-00f067aa0ba902b7-01`],
  ])('that is not sound is none: %s', (_, header) => expect(parseTraceparent(header)).toBeNull())
})

describe('where nobody traces', () => {
  it('a step is its work, and the caller’s place is handed on as it is', async () => {
    expect(step('read', ({ showsText }) => showsText)).toBe(false)
    expect(traceHeaders()).toEqual({})
    await withinTrace(parseTraceparent(CALLER), async () => {
      await sleep(1)
      expect(step('read', () => traceparentNow())).toBe(CALLER)
    })
    expect(placeNow()).toBeNull()
    const lasting = withinTrace(parseTraceparent(CALLER), () =>
      outsideTraces(async () => sleep(1).then(placeNow)),
    )
    expect(await lasting).toBeNull()
  })

  it('nothing is loaded without an endpoint', async () => {
    const load = vi.fn(() => ({}))
    vi.doMock('../../src/tracing/otlp', load)
    await startTracing({ VOUCH_TRACE_TEXT: 'off' }, () => {})
    await step('read', async () => {})
    expect(load).not.toHaveBeenCalled()
    vi.doUnmock('../../src/tracing/otlp')
  })
})

describe('spans, with a collector', () => {
  let collector: OtlpReceiver
  beforeAll(async () => {
    collector = await startOtlpReceiver()
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = collector.endpoint
  })
  afterEach(async () => {
    await endTracing()
    collector.bodies.length = 0
  })
  afterAll(async () => {
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
    await collector.close()
  })
  const start = (onFailure: (message: string) => void = () => {}, showsText: 'on' | 'off' = 'off') =>
    startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, VOUCH_TRACE_TEXT: showsText }, onFailure)
  const byName = () => Object.fromEntries(collector.spans().map((span) => [span.name, span]))
  const request = (headers: Record<string, string>) =>
    new Request('http://h/api/v1/receipts/r%201?q=my+question', { headers })

  it('nest as the work does, below the caller’s, and bear what was noted', async () => {
    await start()
    const response = await traced(request({ traceparent: CALLER }), { id: 'r 1' }, async () => {
      await step('retrieval', async ({ set }) => {
        set({ 'vouch.candidates': 3 })
        await Promise.all([step('dense', () => sleep(2)), step('words', () => sleep(1))])
      })
      return Response.json({ place: traceparentNow() })
    })
    await flushTracing()
    const { retrieval, dense, words, ...rest } = byName()
    const server = rest['GET /api/v1/receipts/{id}']!
    expect(server).toMatchObject({ traceId: TRACE, parentSpanId: '00f067aa0ba902b7', kind: 2 })
    expect(server.attributes).toEqual({
      'http.request.method': 'GET',
      'http.route': '/api/v1/receipts/{id}',
      'http.response.status_code': 200,
    })
    expect(retrieval).toMatchObject({ parentSpanId: server.spanId, attributes: { 'vouch.candidates': 3 } })
    expect(dense!.parentSpanId).toBe(retrieval!.spanId)
    expect(words!.parentSpanId).toBe(retrieval!.spanId)
    expect(await response.json()).toEqual({ place: `00-${TRACE}-${server.spanId}-01` })
    expect(collector.resource()).toMatchObject({ 'service.name': 'vouch', 'service.version': '0.1.0' })
    expect(collector.bodies.join('')).not.toMatch(/question|r 1|r%201/)
  })

  it('begin a trace of their own where the caller has none, and are not sent where the caller keeps none', async () => {
    await start()
    await traced(request({}), {}, async () => new Response())
    await traced(request({ traceparent: CALLER.replace(/01$/, '00') }), {}, async () => {
      expect(traceparentNow()).toMatch(new RegExp(`^00-${TRACE}-[\\da-f]{16}-00$`))
      return new Response()
    })
    await traced(new Request('http://h/metrics'), {}, async () => new Response())
    await flushTracing()
    expect(collector.spans()).toHaveLength(1)
    expect(collector.spans()[0]).not.toHaveProperty('parentSpanId', expect.stringMatching(/./))
  })

  it('tell the kind of what failed and never its words, and it fails as before', async () => {
    await start()
    class Torn extends TypeError {
      override name = 'Torn'
    }
    const failing = () => step('hydrate', () => Promise.reject(new Torn('params: my secret question')))
    await expect(failing()).rejects.toThrow('my secret question')
    expect(() =>
      step('decide', () => {
        throw new Torn('my secret answer')
      }),
    ).toThrow('my secret answer')
    await flushTracing()
    for (const name of ['hydrate', 'decide'])
      expect(byName()[name]).toMatchObject({ status: { code: 2 }, attributes: { 'error.type': 'Torn' } })
    expect(collector.bodies.join('')).not.toContain('secret')
  })

  it('are lost where the collector is away, which is said once, and nothing else fails', async () => {
    const said: string[] = []
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = 'http://127.0.0.1:9'
    process.env['OTEL_EXPORTER_OTLP_TIMEOUT'] = '300'
    await start((message) => said.push(message))
    for (let i = 0; i < 2; i++) {
      expect(step('read', () => 42)).toBe(42)
      await flushTracing()
    }
    Object.assign(process.env, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint })
    delete process.env['OTEL_EXPORTER_OTLP_TIMEOUT']
    expect(said).toEqual([
      expect.stringMatching(/^Traces could not be sent \(.+\); answers go on without\. Check OTEL_EX/),
    ])
  })

  it('are found from a line of the log', async () => {
    await start()
    const lines: string[] = []
    const logger = pino({ ...loggerOptions } as never, { write: (line: string) => void lines.push(line) })
    logger.info('before')
    await withinTrace(parseTraceparent(CALLER), () =>
      step('read', async () => {
        await sleep(1)
        logger.info('in it')
      }),
    )
    await flushTracing()
    const [before, within] = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(before).not.toHaveProperty('trace_id')
    expect(within).toMatchObject({ trace_id: TRACE, span_id: collector.spans()[0]!.spanId })
  })

  it('are told to models behind an address, which keep their own headers', async () => {
    const seen: Headers[] = []
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
      seen.push(new Headers(init?.headers))
      return Response.json([{ index: 0, score: 1 }])
    })
    const ask = () => boundedFetch('http://m/v1', { headers: { authorization: 'Bearer k' } })
    const reranker = createHttpReranker({ url: 'http://m/rerank', apiKey: 'k', timeoutMs: 5_000 })
    await ask()
    await withinTrace(parseTraceparent(CALLER), ask)
    await withinTrace(parseTraceparent(CALLER), () => reranker.score('question', ['text']))
    vi.restoreAllMocks()
    expect(seen.map((headers) => headers.get('traceparent'))).toEqual([null, CALLER, CALLER])
    expect(seen.map((headers) => headers.get('authorization'))).toEqual(Array(3).fill('Bearer k'))
  })
})

describe('the name of a route', () => {
  it('has the names of its parameters and never what they are', () => {
    expect(routeOf('/api/v1/gaps/max%40x.com/close', { id: 'max@x.com' })).toBe('/api/v1/gaps/{id}/close')
    expect(routeOf('/api/v1/gaps/max@x.com', { id: 'max@x.com' })).toBe('/api/v1/gaps/{id}')
    expect(routeOf('/docs/a/b', { file: ['a', 'b'] })).toBe('/docs/{file}/{file}')
    expect(routeOf('/api/v1/%', { id: '%' })).toBe('/api/v1/{id}')
  })
})
