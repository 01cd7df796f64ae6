import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createVouch } from '../../../packages/client/src/index'
import { createVouchTool, VouchRetriever } from '../../../packages/client/src/langchain'
import { fetchRoutes } from '../fetchRoutes'
import { serveRoutes } from '../serveRoutes'
import { BASE, key, askDirectly, QUESTION, NOBODY_KNOWS, WANTS_A_PERSON } from './asking'

describe('the client of packages/client, and LangChain.js over it', () => {
  const client = () => createVouch({ baseUrl: BASE, apiKey: key, fetch: fetchRoutes })

  it('get the same answer with the same citations as the API gives', async () => {
    const direct = await askDirectly({ question: QUESTION })
    if (direct.outcome !== 'answered') throw new Error(direct.message)
    const same = (answer: object) => ({ ...answer, receiptId: '' })
    expect(same(await client().answer({ question: QUESTION }))).toEqual(same(direct))
    const events = []
    for await (const event of client().stream({ question: QUESTION })) events.push(event)
    expect(events.slice(0, -1)).toEqual(direct.sentences.map((sentence) => ({ type: 'sentence', sentence })))
    const documents = await new VouchRetriever({ client: client() }).invoke(QUESTION)
    expect(documents.map(({ pageContent }) => pageContent)).toEqual(
      direct.citations.map(({ quote }) => quote),
    )
    expect(documents[0]!.metadata).toMatchObject({ document: { title: 'Magpie Whistle' } })
    expect(await createVouchTool({ client: client() }).invoke({ question: QUESTION })).toBe(direct.message)
  })

  it('tell a refusal as an outcome, and give a chain nothing to make up an answer from', async () => {
    expect(await client().answer({ question: NOBODY_KNOWS })).toMatchObject({ outcome: 'refused' })
    expect(await new VouchRetriever({ client: client() }).invoke(NOBODY_KNOWS)).toEqual([])
  })

  it('read receipts, replays and gaps', async () => {
    const { receiptId } = await client().answer({ question: NOBODY_KNOWS })
    expect(await client().receipt(receiptId)).toMatchObject({ id: receiptId, outcome: 'refused' })
    expect(await client().replay(receiptId)).toMatchObject({ verdict: 'same' })
    expect((await client().gaps({ limit: 1 })).data).toHaveLength(1)
    await expect(client().receipt('none')).rejects.toMatchObject({ status: 404 })
  })
})

describe('each example runs, against a server', () => {
  let served: Awaited<ReturnType<typeof serveRoutes>>
  beforeAll(async () => void (served = await serveRoutes()))
  afterAll(() => served.stop())
  const env = (): NodeJS.ProcessEnv => ({
    NODE_ENV: 'test',
    PATH: process.env['PATH'] ?? '',
    VOUCH_URL: served.base,
    VOUCH_KEY: key,
    PORT: '0',
    AI_SDK_LOG_WARNINGS: 'false',
  })

  it.each(['client.ts', 'openai.ts', 'langchain.ts', 'vercelAi.ts'])('%s', async (file) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', `examples/${file}`, QUESTION],
      {
        env: env(),
      },
    )
    expect(stdout).toContain('after 41 days of use')
  })

  it('curl.sh', async () => {
    const { stdout } = await promisify(execFile)('sh', ['examples/curl.sh', QUESTION], { env: env() })
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'answered' })
  })

  it('voiceWebhook.ts', async () => {
    const bot = spawn(process.execPath, ['--import', 'tsx', 'examples/voiceWebhook.ts'], { env: env() })
    try {
      const [line] = (await once(bot.stdout, 'data')) as [Buffer]
      const url = /http:\S+/.exec(line.toString())![0]
      const say = async (form: Record<string, string>) =>
        (await fetch(url, { method: 'POST', body: new URLSearchParams(form) })).text()
      expect(await say({})).toContain('How can I help?')
      const told = await say({ SpeechResult: QUESTION, CallSid: 'CA-1' })
      expect(told).toContain('after 41 days of use.</Say><Gather')
      expect(await say({ SpeechResult: WANTS_A_PERSON })).toContain('<Dial>')
    } finally {
      bot.kill()
    }
  })
})
