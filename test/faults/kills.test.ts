import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import {
  APPROVER,
  createInstallation,
  full,
  prepare,
  stateOf,
  whole,
  type Installation,
} from './installation'

const [KILLS, DOCUMENTS] = full ? [50, 500] : [3, 12]
/** Rows of the audit log for each document from its file to being in force: the last is the worker's. */
const STEPS_A_DOCUMENT = 4

it(`killed at ${KILLS} random points of importing ${DOCUMENTS} documents, nothing is lost and nothing is double`, async () => {
  const vouch = createInstallation()
  await prepare(vouch, DOCUMENTS)
  const started = performance.now()
  const begin = await stepsOf(vouch)
  const points = Array.from({ length: KILLS }, () => Math.random() * STEPS_A_DOCUMENT * DOCUMENTS).sort(
    (a, b) => a - b,
  )
  const killedAt: number[] = []
  for (const point of points) {
    const importing = vouch.start('ingest', vouch.corpus, '--approve-as', APPROVER)
    const { process: child } = importing
    while (child.exitCode === null && (await stepsOf(vouch)) - begin < point) await sleep(10)
    // A point within a step, not only right after one.
    await sleep(Math.random() * 60)
    child.kill('SIGKILL')
    if ((await importing.ended).signal === 'SIGKILL') killedAt.push((await stepsOf(vouch)) - begin)
  }
  // The others came too late: their import had ended.
  expect(killedAt.length).toBeGreaterThanOrEqual(Math.floor(KILLS * 0.6))
  const last = await vouch.run('ingest', vouch.corpus, '--approve-as', APPROVER)
  expect(last).toMatchObject({ code: 0, errors: '' })
  await vouch.settle()
  expect(await stateOf(vouch)).toEqual(whole(DOCUMENTS))
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(
    `killed ${killedAt.length} times in ${seconds} s, after ${killedAt.join(', ')} of ${(await stepsOf(vouch)) - begin} steps`,
  )
})

const stepsOf = async (vouch: Installation): Promise<number> => {
  const [row] = await vouch.sql('SELECT count(*) AS n FROM audit_log')
  return Number(row?.['n'])
}
