import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { startFakeOpenAIServer, type Misbehaviour } from '../fakes/openaiServer'
import { APPROVER, createInstallation, full, prepare, stateOf, whole } from './installation'

const DOCUMENTS = full ? 60 : 12
const MISBEHAVIOURS: Misbehaviour[] = ['busy', 'broken', 'garbage', 'wrong dimensions', 'zeros', 'silent']
const server = await startFakeOpenAIServer()
afterAll(() => server.close())

it.each(MISBEHAVIOURS)(
  'an embedding API that is %s puts nothing wrong in force, and is waited for',
  async (how) => {
    const vouch = createInstallation({
      env: {
        OPENAI_BASE_URL: server.baseURL,
        OPENAI_API_KEY: 'test',
        VOUCH_EMBEDDING_MODEL: 'fake-embedder',
        VOUCH_EMBEDDING_DIMENSIONS: String(server.dimensions),
      },
    })
    await prepare(vouch, DOCUMENTS)
    const before = server.requests.length
    server.misbehave(how, 10_000)
    const worker = vouch.start('worker')
    const importing = vouch.start('ingest', vouch.corpus, '--approve-as', APPROVER)
    while (server.requests.length < before + 2) await sleep(50)
    const [{ n } = { n: 0 }] = await vouch.sql(
      'SELECT count(*) AS n FROM releases WHERE valid_from IS NOT NULL',
    )
    expect(Number(n), 'a text is in force that was not embedded').toBe(0)
    server.misbehave(how, 0)
    await importing.ended
    worker.process.kill('SIGTERM')
    await worker.ended
    await vouch.settle()
    expect(await stateOf(vouch)).toEqual(whole(DOCUMENTS))
  },
)
