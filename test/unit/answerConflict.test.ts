import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findConflict } from '../../src/answer/conflict'
import { passage } from '../fakes/passage'

const shared = new URL('../../../shared/data/', import.meta.url)
const rows = <Row>(file: string): Row[] =>
  readFileSync(new URL(file, shared), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const conflictBetween = (question: string, title: string, texts: readonly string[]) =>
  findConflict({
    question,
    locale: 'en',
    passages: texts.map((text, i) =>
      passage({ text, chunkId: `${i}`, document: { id: `d${i}`, collection: 'policies', title } }),
    ),
  })

describe.skipIf(!existsSync(shared))('contradictions in texts of others (needs ../shared)', () => {
  it('are found where a fact was altered, and nowhere where the texts agree', () => {
    const sets = rows<{
      question: string
      has_conflict: boolean
      documents: { text: string; type: string; answer: string }[]
    }>('ramdocs/texts.jsonl')
    const found = sets.flatMap(({ question, has_conflict, documents }) => {
      const conflict = conflictBetween(
        question,
        question,
        documents.map(({ text }) => text),
      )
      if (!conflict) return []
      const [a, b] = conflict.sides.map(({ chunkId }) => documents[Number(chunkId)]?.answer)
      return [{ has_conflict, differ: a !== b }]
    })
    expect(found.length).toBeGreaterThanOrEqual(18)
    expect(found.filter(({ has_conflict }) => !has_conflict)).toEqual([])
    expect(found.filter(({ differ }) => !differ).length).toBeLessThanOrEqual(1)
  })

  it('are hardly ever seen in a clause that was only worded anew, and never in one that was not', () => {
    const revisions = rows<{ old: string; new: string; change_types: string[] }>(
      'policy_revisions/texts.jsonl',
    )
    const conflicts = (older: (row: (typeof revisions)[number]) => string) =>
      revisions
        .filter(({ change_types }) => change_types.join() === 'wording')
        .filter((row) => conflictBetween(older(row).slice(0, 300), 'Policy', [older(row), row.new]))
    expect(conflicts((row) => row.new)).toEqual([])
    expect(conflicts((row) => row.old).length).toBeLessThanOrEqual(2)
  })
})
