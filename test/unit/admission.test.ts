import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Busy, createAdmission } from '../../src/http/admission'
import { timeLeft } from '../../src/http/answerInTime'

const gate = (o: Partial<Parameters<typeof createAdmission>[0]> = {}) =>
  createAdmission({ budgetMs: 500, atOnce: 2, loopDelayMs: () => 0, ...o })
const outcome = (run: Promise<unknown>) =>
  run.then(
    () => 'answered',
    (error: unknown) => (error instanceof Busy ? 'busy' : String(error)),
  )

describe('answers under load', () => {
  it('are given or refused within their budget, and those that are refused are told early', async () => {
    const admission = gate()
    const times: Record<string, number[]> = { answered: [], busy: [] }
    const ask = async () => {
      const start = performance.now()
      times[await outcome(admission.run(() => sleep(60)))]!.push(performance.now() - start)
    }
    await ask()
    await Promise.all(Array.from({ length: 64 }, ask))
    expect(times['answered']!.length).toBeGreaterThan(4)
    expect(times['busy']!.length).toBeGreaterThan(30)
    expect(Math.max(...times['answered']!)).toBeLessThan(500)
    const early = times['busy']!.filter((ms) => ms < 50)
    expect(early.length / times['busy']!.length).toBeGreaterThan(0.9)
  })

  it('are not held up by a burst that is over', async () => {
    const admission = gate()
    await Promise.all(Array.from({ length: 40 }, () => outcome(admission.run(() => sleep(40)))))
    expect(admission.state().busy).toBe(false)
    expect(await outcome(admission.run(() => sleep(1)))).toBe('answered')
  })

  it('are refused while the event loop runs late, but never the only one', async () => {
    const admission = gate({ loopDelayMs: () => 400 })
    expect(await outcome(admission.run(async () => {}))).toBe('answered')
    const running = admission.run(() => sleep(50))
    expect(admission.state()).toMatchObject({ busy: true, running: 1 })
    expect(await outcome(admission.run(async () => {}))).toBe('busy')
    await running
  })

  it('are told when to ask again', async () => {
    const admission = gate({ budgetMs: 5_000, atOnce: 1, loopDelayMs: () => 2_400 })
    const running = admission.run(() => sleep(20))
    await expect(admission.run(async () => {})).rejects.toMatchObject({ retryAfterSeconds: 3 })
    await running
  })

  it('are refused in time also when those before them never end', async () => {
    const admission = gate({ atOnce: 1 })
    void admission.run(() => new Promise(() => {}))
    const start = performance.now()
    expect(await outcome(admission.run(async () => {}))).toBe('busy')
    expect(performance.now() - start).toBeLessThan(400)
  })

  it('let go of their place when they fail', async () => {
    const admission = gate({ atOnce: 1 })
    expect(await outcome(admission.run(() => Promise.reject(new Error('no'))))).toBe('Error: no')
    expect(await outcome(admission.run(async () => {}))).toBe('answered')
  })
})

describe('the time of an answer', () => {
  it('is what is left of its budget, less what the event loop runs late by', () => {
    expect(timeLeft({ budgetMs: 5_000, goneMs: 1_000, loopDelayMs: 300 })).toBe(3_700)
    expect(timeLeft({ budgetMs: 5_000, goneMs: 6_000, loopDelayMs: 0 })).toBe(0)
  })

  it('is not all given away to a loop that was held once', () => {
    expect(timeLeft({ budgetMs: 5_000, goneMs: 0, loopDelayMs: 60_000 })).toBe(2_500)
  })
})
