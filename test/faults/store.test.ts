import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { startFakeQdrantServer } from '../fakes/qdrantServer'
import { APPROVER, createInstallation, full, prepare, stateOf, whole } from './installation'

const [DOCUMENTS, DOWN_MS] = full ? [300, 60_000] : [10, 3_000]
const qdrant = await startFakeQdrantServer()
afterAll(() => qdrant.close())
const vouch = createInstallation({ env: { QDRANT_URL: qdrant.url } })

it(`a store that is away for ${DOWN_MS / 1000} s in the middle of an import costs time and nothing else`, async () => {
  await prepare(vouch, DOCUMENTS)
  const worker = vouch.start('worker')
  const importing = vouch.start('ingest', vouch.corpus, '--approve-as', APPROVER)
  while (!qdrant.requests.some(({ route }) => /PUT .*\/points$/.test(route))) await sleep(50)
  qdrant.goAway()
  await sleep(DOWN_MS)
  const [{ n } = { n: 0 }] = await vouch.sql('SELECT count(*) AS n FROM releases WHERE valid_from IS NULL')
  qdrant.comeBack()
  expect((await importing.ended).code).toBe(0)
  worker.process.kill('SIGTERM')
  await worker.ended
  await vouch.settle()
  expect(Number(n), 'nothing waited: the store was not missed').toBeGreaterThan(0)
  expect(await stateOf(vouch)).toEqual(whole(DOCUMENTS))
})
