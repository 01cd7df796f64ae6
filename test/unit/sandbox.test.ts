import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { SourceItem } from '../../ingestion/connectors/types'
import { DEFAULT_LIMITS, loadItems, type LoadLimits, type LoadedFile } from '../../ingestion/load'
import { FORMATS } from '../../ingestion/loaders/formats'
import { LOADERS } from '../../ingestion/loaders/registry'
import { createSandbox } from '../../ingestion/sandbox/sandbox'
import { sandboxedLoaders } from '../../ingestion/sandbox/sandboxedLoaders'
import {
  documentOfParagraphs,
  mergedOverTheSheet,
  nestedHtml,
  pageOfParagraphs,
  pdfOfOperators,
  zipBomb,
} from './evilFiles'
import { collect, pdf } from './loadersSetup'

const sandbox = createSandbox()
const loaders = sandboxedLoaders(sandbox)
afterAll(() => sandbox.close())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const itemOf = (key: string, bytes: Uint8Array): SourceItem => ({
  key,
  location: `/nowhere/${key}`,
  extension: key.slice(key.lastIndexOf('.')),
  fetch: () => Promise.resolve(bytes),
})

/** Loads files, and tells how much of the processor this process took for it. */
const load = async (files: Record<string, Uint8Array>, given: Partial<LoadLimits> = {}) => {
  const limits = { ...DEFAULT_LIMITS, ...given }
  const items = (async function* () {
    for (const [key, bytes] of Object.entries(files)) yield await Promise.resolve(itemOf(key, bytes))
  })()
  const before = process.cpuUsage()
  const loaded = await collect(loadItems({ items, loaders, limits }))
  const { user, system } = process.cpuUsage(before)
  return { loaded, usedMs: (user + system) / 1_000 }
}
const documentsOf = (file: LoadedFile | undefined) => (file?.outcome === 'read' ? file.documents : [])
const failureOf = (file: LoadedFile | undefined) => (file?.outcome === 'read' ? file.failures[0] : undefined)

/** What parses is another process: this one starts it, sends and receives. */
const USED_MS = 1_000

describe('the sandbox', { timeout: 90_000 }, () => {
  it('reads what the loaders here read, and says what they say', async () => {
    expect([...LOADERS.keys()].toSorted()).toEqual([...FORMATS].toSorted())
    const { loaded } = await load({
      'a.md': bytesOf('# Fees\n\nNone.'),
      'b.csv': bytesOf('question,answer\nMay I?,Yes.\nMust I?,No.\n'),
      'c.pdf': bytesOf('%PDF-1.4 broken'),
    })
    expect(loaded.map((file) => documentsOf(file).map(({ title }) => title))).toEqual([
      ['Fees'],
      ['May I?', 'Must I?'],
      [],
    ])
    const german =
      'Die Rückgabe ist innerhalb von dreißig Tagen nach Erhalt der Ware möglich, wenn sie unbenutzt ist.'
    const { loaded: told } = await load({ 'd.md': bytesOf(german) })
    expect(documentsOf(told[0])).toMatchObject([{ language: 'de' }])
    expect(failureOf(loaded[2])).toEqual({ file: 'c.pdf', error: expect.stringMatching(/damaged|cannot/) })
  })

  it('ends with the signal, and the next file is read', async () => {
    const abort = new AbortController()
    const loader = loaders.get('.pdf')
    const bytes = pdfOfOperators(2_000_000)
    const reading = collect(loader!({ path: '/a.pdf', key: 'a.pdf', bytes }, abort.signal))
    setTimeout(() => abort.abort(new Error('Nobody waits.')), 300)
    await expect(reading).rejects.toThrow('Nobody waits.')
    expect(documentsOf((await load({ 'a.md': bytesOf('Text.') })).loaded[0])).toHaveLength(1)
  })

  it('reads several at once, and those who wait do not lose their time', async () => {
    const slow = Buffer.from(
      await pdf((page) => {
        for (let i = 0; i < 5; i++) page.addPage().text('A customer may send a kettle back. '.repeat(60))
      }),
    )
    const all = await Promise.all([1, 2, 3].map(() => load({ 'a.pdf': slow }, { maxMilliseconds: 20_000 })))
    expect(all.map(({ loaded }) => documentsOf(loaded[0]).length)).toEqual([1, 1, 1])
  })
})

describe('a file that takes too much', { timeout: 90_000 }, () => {
  it.each<[name: string, make: () => Uint8Array | Promise<Uint8Array>]>([
    ['merged.xlsx', mergedOverTheSheet],
    ['operators.pdf', () => pdfOfOperators(2_000_000)],
    ['paragraphs.docx', () => documentOfParagraphs(600_000)],
    ['nested.html', () => nestedHtml(250_000)],
    ['bomb.docx', () => zipBomb(65 * 1024 * 1024)],
  ])('%s is read or refused in time, and holds nothing up', async (name, make) => {
    const { loaded, usedMs } = await load(
      { [name]: await make(), 'next.md': bytesOf('Text.') },
      { maxMilliseconds: 2_000 },
    )
    const failure = failureOf(loaded[0])
    if (failure) expect(failure.error).toMatch(/^(The|Unpacked|Reading)\b.{20,}\.$/)
    else expect(documentsOf(loaded[0])).not.toEqual([])
    expect(documentsOf(loaded[1])).toHaveLength(1)
    expect(usedMs).toBeLessThan(USED_MS)
  })

  it('of time is given up, with its limit, and marked so that it is left alone', async () => {
    const { loaded } = await load({ 'a.pdf': pdfOfOperators(2_000_000) }, { maxMilliseconds: 300 })
    expect(failureOf(loaded[0])).toEqual({
      file: 'a.pdf',
      error:
        'Reading the file took longer than 0.3 s and was given up. Split it, or convert it to Markdown. It is set aside until it changes or somebody has it tried again.',
      setAside: 'time',
    })
  })

  it('of memory is given up, whether it is in objects or in bytes', async () => {
    const limits = { maxMegabytes: 200 }
    const { loaded } = await load({ 'a.docx': await documentOfParagraphs(600_000) }, limits)
    expect(failureOf(loaded[0])).toMatchObject({
      error: expect.stringContaining('took more than 200 MB of memory'),
      setAside: 'memory',
    })
  })

  it('of text is refused', async () => {
    const { loaded } = await load(
      { 'a.txt': bytesOf('Some words.\n\n'.repeat(10_000)) },
      { maxText: 2 ** 16 },
    )
    expect(failureOf(loaded[0])).toEqual({
      file: 'a.txt',
      error: 'The file holds more than 0.06 MB of text, and no more is read. Split it into smaller files.',
    })
  })
})

/** What took time with their square. */
const PARAGRAPHS = 30_000

it('a long page that harms nobody is read', async () => {
  const { loaded, usedMs } = await load({ 'a.html': pageOfParagraphs(PARAGRAPHS) })
  const documents = documentsOf(loaded[0])
  // Longer than anybody signs at once, so it is several.
  expect(documents.length).toBeGreaterThan(1)
  expect(documents.at(-1)?.markdown).toContain(`Clause ${PARAGRAPHS - 1} holds.`)
  expect(usedMs).toBeLessThan(USED_MS)
}, 120_000)

const FIELD = resolve(import.meta.dirname, '../../../../shared/data/field/ingestion')
it.skipIf(!existsSync(FIELD))(
  'a real workbook with a drop-down over whole columns holds nothing up',
  async () => {
    const bytes = readFileSync(join(FIELD, '01-xlsx-whole-column-validation.xlsx'))
    const { loaded, usedMs } = await load({ 'a.xlsx': bytes }, { maxMilliseconds: 3_000 })
    expect(documentsOf(loaded[0]).length || failureOf(loaded[0])?.setAside).toBeTruthy()
    expect(usedMs).toBeLessThan(USED_MS)
  },
)
