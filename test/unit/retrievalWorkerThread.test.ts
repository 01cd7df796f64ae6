import { describe, expect, it } from 'vitest'
import { createWorkerThread } from '../../src/retrieval/workerThread'

const create = () =>
  createWorkerThread({
    file: 'test/fakes/moody.worker.mjs',
    workerData: null,
    toError: ({ message, code }) => new Error(`${message} [${code}]`),
  })

describe('a worker thread', () => {
  it('answers calls, each with its own result', async () => {
    const thread = create()
    expect(await Promise.all([1, 2, 3].map((n) => thread.call('echo', n)))).toEqual([1, 2, 3])
    await thread.close()
  })

  it("passes the worker's error on", async () => {
    const thread = create()
    await expect(thread.call('fail', null)).rejects.toThrow('no [NO]')
    expect(await thread.call('echo', 'still here')).toBe('still here')
    await thread.close()
  })

  it.each(['die', 'exit'])(
    'rejects the calls under way when the worker ends (%s) and starts anew',
    async (method) => {
      const thread = create()
      await expect(thread.call(method, null)).rejects.toThrow()
      expect(await thread.call('echo', 'again')).toBe('again')
      await thread.close()
    },
  )

  it('refuses calls once closed, and rejects those under way', async () => {
    const thread = create()
    const waiting = expect(thread.call('never', null)).rejects.toThrow('ended')
    await thread.close()
    await waiting
    await expect(thread.call('echo', 1)).rejects.toThrow('closed')
    await thread.close()
  })
})
