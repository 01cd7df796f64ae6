import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  documentOfParagraphs,
  mergedOverTheSheet,
  nestedHtml,
  pageOfParagraphs,
  pdfOfOperators,
  zipBomb,
} from './evilFiles'
import { pdf } from './loadersSetup'
import { bytesOf, documentsOf, failureOf, USED_MS, useSandbox } from './sandboxSetup'

const { load } = useSandbox()

describe('files that take too much', { timeout: 90_000 }, () => {
  it('reads several at once, and those who wait do not lose their time', async () => {
    const slow = Buffer.from(
      await pdf((page) => {
        for (let i = 0; i < 5; i++) page.addPage().text('A customer may send a kettle back. '.repeat(60))
      }),
    )
    const all = await Promise.all([1, 2, 3].map(() => load({ 'a.pdf': slow }, { maxMilliseconds: 20_000 })))
    expect(all.map(({ loaded }) => documentsOf(loaded[0]).length)).toEqual([1, 1, 1])
  })
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

  it('of memory is given up, whether it is in objects or in bytes', async () => {
    const limits = { maxMegabytes: 200 }
    const { loaded } = await load({ 'a.docx': await documentOfParagraphs(600_000) }, limits)
    expect(failureOf(loaded[0])).toMatchObject({
      error: expect.stringContaining('took more than 200 MB of memory'),
      setAside: 'memory',
    })
  })
})

/** What took time with their square. */
const PARAGRAPHS = 30_000

it('a long page that harms nobody is read', async () => {
  const { loaded, usedMs } = await load({
    'a.html': pageOfParagraphs(PARAGRAPHS),
  })
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
