import { beforeAll, describe, expect, it } from 'vitest'
import { defaultCalibration, type Calibration } from '../../src/answer/calibration'
import type { CalibrationReport } from '../../src/answer/calibrationReport'
import {
  activeCalibration,
  approveCalibration,
  proposeCalibration,
  retireCalibration,
} from '../../src/commands/calibrations'
import { labelledHere } from '../../evals/calibration/labelledQuestions'
import { product, publishBackground, serviceOf } from './background'
import { useInstallation } from './installation'

const REPORT: CalibrationReport = {
  questions: 40,
  auroc: 0.9,
  calibrationError: 0.05,
  reliability: [],
  tiers: [],
}

describe('a calibration', () => {
  const vouch = useInstallation()
  const strict: Calibration = {
    ...defaultCalibration,
    id: 'strict',
    thresholds: { standard: 1, sensitive: 1, regulated: 1 },
  }
  const propose = (calibration: Calibration) =>
    proposeCalibration(vouch.payload, {
      calibration,
      report: REPORT,
      fittedOn: [{ name: 'eval cases', questions: 40 }],
      embeddingModel: null,
    })
  const person = async (name: string) => vouch.as(name).user as Parameters<typeof retireCalibration>[1]
  const question = serviceOf('Merlin Kiln')

  beforeAll(async () => {
    await publishBackground(vouch)
    await vouch.publish(product('Merlin Kiln', 23))
  })

  it('decides nothing until it is approved, then every answer, and the receipt names it', async () => {
    expect((await vouch.ask(question)).outcome).toBe('answered')
    await propose(strict)
    expect((await vouch.ask(question)).outcome).toBe('answered')
    await approveCalibration(vouch.payload, { name: 'strict', user: await person('ben') })
    const refused = await vouch.ask(question)
    expect(refused).toMatchObject({ outcome: 'refused' })
    const [receipt] = await vouch.rows('answers', { id: { equals: refused.receiptId } })
    expect(receipt).toMatchObject({ reason: 'insufficient', versions: { calibration: 'strict' } })
  })

  it('is put in force by approvers and compliance alone, and is in the audit log', async () => {
    await propose({ ...strict, id: 'other' })
    await expect(
      approveCalibration(vouch.payload, { name: 'other', user: await person('ann') }),
    ).rejects.toThrow('Only approvers and compliance decide')
    await expect(
      approveCalibration(vouch.payload, { name: 'unknown', user: await person('ben') }),
    ).rejects.toThrow('There is no calibration unknown.')
    await expect(
      approveCalibration(vouch.payload, { name: 'strict', user: await person('ben') }),
    ).rejects.toThrow('in force already')
    const rows = await vouch.rows('audit-log', { action: { like: 'calibration.' } })
    expect(rows.map(({ action, title }) => [action, title])).toEqual(
      expect.arrayContaining([
        ['calibration.proposed', 'strict'],
        ['calibration.approved', 'strict'],
        ['calibration.proposed', 'other'],
      ]),
    )
  })

  it('retires the one before, and can be retired for the one that ships', async () => {
    await approveCalibration(vouch.payload, { name: 'other', user: await person('ben') })
    const states = (await vouch.rows('calibrations')).map(({ name, state }) => [name, state])
    expect(Object.fromEntries(states)).toEqual({ strict: 'retired', other: 'in_force' })
    await retireCalibration(vouch.payload, await person('ben'))
    expect((await activeCalibration(vouch.payload)).id).toBe(defaultCalibration.id)
    expect((await vouch.ask(question)).outcome).toBe('answered')
  })

  it('of another version of Vouch does not count', async () => {
    const id = await propose({ ...strict, id: 'ancient' })
    await vouch.payload.db.updateOne({
      collection: 'calibrations',
      id,
      data: { state: 'in_force', artefact: { id: 'ancient', weights: { unknown: 1 } } },
      req: {},
    })
    expect((await activeCalibration(vouch.payload)).id).toBe(defaultCalibration.id)
  })

  it('learns from the eval cases that are kept here, asked with the audiences that they name', async () => {
    const keep = (text: string, expectedOutcome: 'answered' | 'refused', gold: string[] = []) =>
      vouch.payload.create({
        collection: 'eval-cases',
        data: {
          question: text,
          kind: expectedOutcome === 'answered' ? 'answerable' : 'unanswerable',
          expectedOutcome,
          gold: gold.map((value) => ({ relationTo: 'policies' as const, value })),
          audiences: ['public'],
          locale: 'en-GB',
          origin: 'reviewer',
          active: true,
        },
        ...vouch.as('quinn'),
        depth: 0,
      })
    const [policy] = await vouch.rows('policies', { title: { like: 'Merlin' } })
    await keep(question, 'answered', [policy!.id])
    await keep('Does the Merlin Kiln come in purple?', 'refused')
    const groups = await labelledHere(vouch.deps, { calibration: defaultCalibration })
    const labels = groups.at(-1)!.questions.map(({ right, answerable }) => ({ right, answerable }))
    expect(groups.at(-1)!.wordsAlone).toBe(true)
    expect(labels).toEqual([
      { right: true, answerable: true },
      { right: false, answerable: false },
    ])
  })
})
