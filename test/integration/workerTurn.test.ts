import { afterEach, expect, it } from 'vitest'
import { takeWorkerTurn, type WorkerTurn } from '../../src/database/workerTurn'
import { onMongodb } from './databases'
import { useInstallation } from './installation'

const vouch = useInstallation()
let turns: WorkerTurn[] = []
afterEach(async () => {
  for (const turn of turns) await turn.giveBack()
  turns = []
})

const take = async (withinMs: number): Promise<WorkerTurn | null> => {
  const { payload, env } = vouch.deps
  const turn = await takeWorkerTurn({
    payload,
    databaseUri: env.databaseUri,
    signal: AbortSignal.timeout(withinMs),
  })
  if (turn) turns.push(turn)
  return turn
}

interface Leases {
  insertOne(row: object): Promise<unknown>
  updateOne(filter: object, update: object): Promise<unknown>
  deleteMany(filter: object): Promise<unknown>
}
const leases = (): Leases =>
  (vouch.payload.db as unknown as { connection: { collection(name: string): Leases } }).connection.collection(
    'worker-leases',
  )

it('one process has the worker’s turn, and the next when it gives it back', async () => {
  const first = await take(5_000)
  expect(first).not.toBeNull()
  expect(await take(1_000)).toBeNull()
  await turns.pop()?.giveBack()
  expect(await take(5_000)).not.toBeNull()
})

it.runIf(onMongodb)('a crashed worker’s turn is free when its lease has run out', async () => {
  await leases().insertOne({ _id: 'worker', holder: 'crashed', until: Date.now() + 2_000 })
  expect(await take(1_000)).toBeNull()
  expect(await take(5_000)).not.toBeNull()
})

it.runIf(onMongodb)('a worker that was taken for dead learns that its turn is another’s', async () => {
  const turn = await take(5_000)
  await leases().updateOne({ _id: 'worker' }, { $set: { holder: 'another' } })
  await new Promise((resolve) => setTimeout(resolve, 6_000))
  expect(turn?.lost.aborted).toBe(true)
  await turn?.giveBack()
  expect(await take(500)).toBeNull()
  await leases().deleteMany({})
})
