import { describe, expect, it } from 'vitest'
import { FORMATS } from '../../ingestion/loaders/formats'
import { LOADERS } from '../../ingestion/loaders/registry'
import { pdfOfOperators } from './evilFiles'
import { collect } from './loadersSetup'
import { bytesOf, documentsOf, failureOf, useSandbox } from './sandboxSetup'

const { loaders, load } = useSandbox()

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
})

describe('a file that takes too much', { timeout: 90_000 }, () => {
  it('of time is given up, with its limit, and marked so that it is left alone', async () => {
    const { loaded } = await load({ 'a.pdf': pdfOfOperators(2_000_000) }, { maxMilliseconds: 300 })
    expect(failureOf(loaded[0])).toEqual({
      file: 'a.pdf',
      error:
        'Reading the file took longer than 0.3 s and was given up. Split it, or convert it to Markdown. It is set aside until it changes or somebody has it tried again.',
      setAside: 'time',
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
