import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measureSet } from '../../evals/measureSet'
import { neverUnsure } from '../../evals/neverUnsure'
import { readQuestionRun, writeRun } from '../../evals/runFile'
import { runSet } from '../../evals/runSet'
import { defaultCalibration } from '../../src/answer/calibration'

const eager = neverUnsure(defaultCalibration)
const lines = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n')

describe('a set asked without an installation', () => {
  let set = ''
  beforeAll(() => {
    set = mkdtempSync(path.join(tmpdir(), 'vouch-set-'))
    const documents = [
      { id: 'fees', title: 'Fees', text: 'A stopped cheque costs $30.' },
      { id: 'hours', title: 'Opening hours', text: 'The branch opens at nine.' },
      { id: 'secret', title: 'Internal refunds', text: 'Agents may refund up to $75.', audience: 'internal' },
    ]
    const questions = [
      {
        id: 'q1',
        question: 'What does a stopped cheque cost?',
        gold: ['fees'],
        answerable: true,
        answer_key: [['$30']],
      },
      {
        id: 'q2',
        question: 'How much may agents refund?',
        gold: [],
        answerable: false,
        leak_strings: ['$75'],
      },
      {
        id: 'q3',
        question: 'When does the branch open?',
        gold: ['hours'],
        answerable: true,
        answers: ['ten'],
      },
    ]
    writeFileSync(path.join(set, 'documents.jsonl'), lines(documents))
    writeFileSync(path.join(set, 'questions.jsonl'), lines(questions))
  })
  afterAll(() => rmSync(set, { recursive: true, force: true }))

  const run = (o: { audiences?: ('public' | 'internal')[]; limit?: number } = {}) =>
    runSet({
      set,
      model: null,
      calibration: eager,
      audiences: o.audiences ?? ['public'],
      cacheDir: path.join(set, 'cache'),
      ...(o.limit && { limit: o.limit }),
    })

  it('says for each question what was found, on which signs it was decided, and whether the answer is right', async () => {
    const [cheque, , branch] = await run()
    expect(cheque?.retrieved[0]).toBe('fees')
    expect(cheque?.cited).toEqual(['fees'])
    expect(cheque?.right).toBe(true)
    expect(cheque?.resolution.features?.wordsFirst).toBeGreaterThan(0)
    expect(branch?.right).toBe(false)
  })

  it('tells an asker nothing from documents of another audience', async () => {
    const [, refund] = await run()
    expect(refund?.retrieved).not.toContain('secret')
    expect(JSON.stringify(refund?.resolution)).not.toContain('$75')
    const [, seen] = await run({ audiences: ['public', 'internal'] })
    expect(seen?.retrieved[0]).toBe('secret')
  })

  it('asks only as many as wanted', async () => {
    expect(await run({ limit: 1 })).toHaveLength(1)
  })

  it('is measured, written as data and as a page, and read again', async () => {
    const run = await measureSet({
      set,
      model: null,
      calibration: eager,
      audiences: ['public'],
      cacheDir: path.join(set, 'cache'),
    })
    const folder = path.join(set, 'runs')
    const page = await writeRun(folder, run)
    expect(readFileSync(page, 'utf8')).toContain('When does the branch open?')
    const read = await readQuestionRun(page.replace(/html$/, 'json'))
    expect(read).toEqual(run)
    expect(read.records.map(({ id, right }) => [id, right])).toEqual([
      ['q1', true],
      ['q2', null],
      ['q3', false],
    ])
    expect(read.circumstances).toMatchObject({ embeddingModel: null, calibration: eager.id })
    await expect(readQuestionRun(page)).rejects.toThrow('is no run of vouch eval')
  })

  it('that is not there, or is none, is named', async () => {
    const measured = (folder: string) =>
      measureSet({
        set: folder,
        model: null,
        calibration: eager,
        audiences: ['public'],
        cacheDir: path.join(set, 'cache'),
      })
    await expect(measured('/nowhere')).rejects.toThrow('There is no folder /nowhere')
    await expect(measured(path.join(set, 'cache'))).rejects.toThrow('There is no documents.jsonl')
  })
})
