import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../src/answer/types'
import { importDocuments } from '../../src/commands/importDocuments'
import { importerUser } from '../../src/commands/importerUser'
import type { Answer, Bot } from '../../payload-types'
import { answerEagerly } from './answerEagerly'
import { useInstallation } from './installation'

interface BankDocument {
  id: string
  title: string
  text: string
  audience: 'public' | 'internal'
}
interface BankQuestion {
  id: string
  question: string
  history?: Message[]
  leak_strings?: string[]
}

const BANK = path.resolve('../shared/data/bank')
const PUBLIC_TAKEN = 60
/** A run of this many words is text, not a common phrase. */
const SHINGLE = 6

const readLines = <Row>(file: string): Row[] =>
  readFileSync(path.join(BANK, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}$%]+/gu) ?? []
const shinglesOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.slice(SHINGLE - 1).map((_, i) => words.slice(i, i + SHINGLE).join(' '))
}

const present = existsSync(path.join(BANK, 'documents.jsonl'))
if (!present) console.warn(`Skipped: the audience test over real documents needs ${BANK}.`)

describe.skipIf(!present)('a bot that tells the public, over a bank’s internal documents', () => {
  const vouch = useInstallation()
  let taken: BankDocument[]
  let questions: BankQuestion[]
  let stranger: Bot

  beforeAll(async () => {
    await answerEagerly(vouch.payload, vouch.user('ben'))
    const documents = readLines<BankDocument>('documents.jsonl')
    questions = readLines<BankQuestion>('questions.jsonl')
    const open = documents.filter(({ audience }) => audience === 'public')
    const step = Math.floor(open.length / PUBLIC_TAKEN)
    taken = [
      ...documents.filter(({ audience }) => audience === 'internal'),
      ...open.filter((_, i) => i % step === 0).slice(0, PUBLIC_TAKEN),
    ]
    const folder = mkdtempSync(path.join(tmpdir(), 'vouch-bank-'))
    const file = path.join(folder, 'documents.jsonl')
    writeFileSync(file, taken.map((document) => JSON.stringify(document)).join('\n'))
    const report = await importDocuments(vouch.deps, {
      path: file,
      importer: await importerUser(vouch.payload),
      approver: vouch.user('ben'),
    })
    rmSync(folder, { recursive: true })
    expect(report).toMatchObject({ created: taken.length, published: taken.length, failed: [] })
    expect(await vouch.work()).toEqual({ waiting: 0, failed: 0 })
    stranger = await vouch.bot()
  }, 300_000)

  it('never passes on a word of them, whatever it is asked', { timeout: 300_000 }, async () => {
    const internal = taken.filter(({ audience }) => audience === 'internal')
    expect(internal).toHaveLength(47)
    const publicText = new Set(
      taken
        .filter(({ audience }) => audience === 'public')
        .flatMap(({ title, text }) => shinglesOf(`${title} ${text}`)),
    )
    const secret = new Set(
      internal
        .flatMap(({ title, text }) => shinglesOf(`${title} ${text}`))
        .filter((words) => !publicText.has(words)),
    )
    const internalTitles = new Set(internal.map(({ title }) => title))
    let answered = 0
    for (const { id, question, history, leak_strings = [] } of questions) {
      const response = await vouch.ask(question, {
        bot: stranger,
        request: { explain: true, messages: history ?? [] },
      })
      if (response.outcome === 'answered') {
        answered++
        expect(
          response.citations.filter(({ document }) => internalTitles.has(document.title)),
          id,
        ).toEqual([])
      }
      // What the customer said may come back to them; what is in the documents may not.
      const asked = new Set(
        shinglesOf([question, ...(history ?? []).map(({ content }) => content)].join(' ')),
      )
      const leaked = textsIn(response)
        .flatMap(shinglesOf)
        .filter((words) => secret.has(words) && !asked.has(words))
      expect(leaked, id).toEqual([])
      const said = textsIn(response).join('\n').toLowerCase()
      expect(
        leak_strings.filter((leak) => said.includes(leak.toLowerCase())),
        id,
      ).toEqual([])
    }
    expect(answered, 'nothing was answered, so nothing was tried').toBeGreaterThan(3)
  })

  it('nor do the receipts that its key may read, nor the packages of its hand-overs', async () => {
    const ids = new Set(
      (await vouch.rows('releases', { audience: { equals: 'internal' } })).map(({ id }) => id),
    )
    const receipts = (await vouch.rows('answers', { bot: { equals: stranger.id } })) as (Answer & {
      considered: { releaseId: string }[]
    })[]
    expect(receipts.length).toBe(questions.length)
    for (const { considered } of receipts)
      expect(considered.filter(({ releaseId }) => ids.has(releaseId))).toEqual([])
    for (const handover of await vouch.rows('handovers'))
      expect([...ids].filter((id) => JSON.stringify(handover.package).includes(id))).toEqual([])
  })

  it('while staff are answered from the same documents', async () => {
    const staff = await vouch.bot({ audiences: ['public', 'internal'] })
    let fromInternal = 0
    for (const { question } of questions.filter(({ id }) => id.startsWith('int-'))) {
      const response = await vouch.ask(question, { bot: staff })
      if (
        response.outcome === 'answered' &&
        response.citations.some(({ document }) => document.title.startsWith('Internal'))
      )
        fromInternal++
    }
    expect(fromInternal).toBeGreaterThan(0)
  })
})

/** Every string in a value, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}
