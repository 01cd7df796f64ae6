import { expect, it } from 'vitest'
import { APPROVER, createInstallation, full, prepare, stateOf, whole } from './installation'

const DOCUMENTS = full ? 300 : 10
const vouch = createInstallation()

it('two workers and an import at once do everything once', async () => {
  await prepare(vouch, DOCUMENTS)
  const workers = [vouch.start('worker'), vouch.start('worker')]
  const imported = await vouch.run('ingest', vouch.corpus, '--approve-as', APPROVER)
  expect(imported).toMatchObject({ code: 0, errors: '' })
  for (const worker of workers) worker.process.kill('SIGTERM')
  for (const worker of workers) expect((await worker.ended).code).toBe(0)
  await vouch.settle()
  expect(await stateOf(vouch)).toEqual(whole(DOCUMENTS))
})
