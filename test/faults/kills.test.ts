import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { APPROVER, createInstallation, full, prepare, stateOf, whole } from './installation'

const [KILLS, DOCUMENTS] = full ? [50, 500] : [5, 40]
const vouch = createInstallation()

it(`killed at ${KILLS} random points of importing ${DOCUMENTS} documents, nothing is lost and nothing is double`, async () => {
  await prepare(vouch, DOCUMENTS)
  const started = performance.now()
  const once = createInstallation()
  await prepare(once, DOCUMENTS)
  const undisturbedFrom = performance.now()
  expect((await once.run('ingest', vouch.corpus, '--approve-as', APPROVER)).code).toBe(0)
  const undisturbedMs = performance.now() - undisturbedFrom
  let killed = 0
  const progress: number[] = []
  while (killed < KILLS) {
    const importing = vouch.start('ingest', vouch.corpus, '--approve-as', APPROVER)
    // From before the first write on; each life is short enough that the import outlives all the kills.
    const lifeMs = 1_200 + Math.random() * Math.max(1_500, (2 * undisturbedMs) / KILLS)
    await Promise.race([sleep(lifeMs), importing.ended])
    importing.process.kill('SIGKILL')
    if ((await importing.ended).signal === 'SIGKILL') killed++
    const [row] = await vouch.sql(`SELECT count(*) AS n FROM policies WHERE workflow_state = 'published'`)
    progress.push(Number(row?.['n']))
  }
  const last = await vouch.run('ingest', vouch.corpus, '--approve-as', APPROVER)
  expect(last).toMatchObject({ code: 0, errors: '' })
  await vouch.settle()
  expect(await stateOf(vouch)).toEqual(whole(DOCUMENTS))
  console.log(
    `killed ${killed} times in ${((performance.now() - started) / 1000).toFixed(0)} s, with ${progress.join(', ')} of ${DOCUMENTS} published then`,
  )
})
