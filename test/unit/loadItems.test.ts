import { LOADERS } from '../../ingestion/loaders/registry'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SourceItem } from '../../ingestion/connectors/types'
import { DEFAULT_LIMITS, loadItems, type LoadOptions } from '../../ingestion/load'
import type { OmissionNotice } from '../../ingestion/omissions'
import type { LoadFailure } from '../../ingestion/types'
import { LoadError } from '../../src/errors'
import { collect } from './loadersSetup'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const item = (o: Partial<SourceItem> & { text?: string } = {}): SourceItem => ({
  key: 'a',
  location: 'https://example.com/a',
  extension: '.md',
  fetch: () => Promise.resolve(bytesOf(o.text ?? '# Fees\n\nNone.')),
  ...o,
})
const load = (
  items: (SourceItem | LoadFailure | OmissionNotice)[],
  o: Omit<LoadOptions, 'items' | 'loaders'> = {},
) =>
  collect(
    loadItems({
      loaders: LOADERS,
      items: (async function* () {
        for (const each of items) yield await Promise.resolve(each)
      })(),
      ...o,
    }),
  )
const failuresOf = async (...given: Parameters<typeof load>) =>
  (await load(...given)).flatMap((file) => (file.outcome === 'read' ? file.failures : []))

describe('what a connector lists', () => {
  it('is not fetched when its revision is the one known, and not parsed when its bytes are', async () => {
    const sha256 = createHash('sha256').update('# Fees\n\nNone.').digest('hex')
    const fetch = () => Promise.reject(new Error('fetched'))
    const known = () => ({ revision: 'r1', sha256 })
    expect(await load([item({ revision: 'r1', fetch })], { known })).toMatchObject([{ outcome: 'unchanged' }])
    expect(await load([item({ revision: 'r2' })], { known })).toMatchObject([
      { outcome: 'unchanged', revision: 'r2', sha256 },
    ])
    const undone = () => ({ revision: 'r1', sha256: null })
    expect(await load([item({ revision: 'r1' })], { known: undone })).toMatchObject([{ outcome: 'read' }])
  })

  it('neither widens what its bytes say of their audience, nor is widened by them', async () => {
    const audienceOf = async (own: string, known: 'public' | 'internal') => {
      const text = `---\naudience: ${own}\n---\n\nNone.`
      const [file] = await load([item({ text, metadata: { audience: known } })])
      return file?.outcome === 'read' && file.documents[0]?.metadata.audience
    }
    expect(await audienceOf('internal', 'public')).toBe('internal')
    expect(await audienceOf('public', 'internal')).toBe('internal')
  })

  it('is told with what was left out of it and of the list, and the list is complete all the same', async () => {
    const notice = { file: 'b', omissions: [{ kind: 'symbolic_links', count: 1 }] } as const
    const files = await load([
      { ...notice, omissions: [...notice.omissions] },
      item({ reservations: [{ kind: 'restricted', count: 1 }] }),
    ])
    expect(files).toMatchObject([
      { outcome: 'left_out', key: 'b', omissions: notice.omissions },
      { outcome: 'read', omissions: [{ kind: 'restricted', count: 1 }] },
    ])
  })

  it('knows its title, audience and topic better than its bytes; of many rows it does not know the titles', async () => {
    const metadata = { audience: 'internal', topic: 'Money' } as const
    const [page] = await load([item({ title: 'What it costs', metadata })])
    expect(page).toMatchObject({ documents: [{ title: 'What it costs', metadata }] })
    const text = 'question,answer\nA?,Yes.\nB?,No.\n'
    const [table] = await load([item({ extension: '.csv', title: 'Table', metadata, text })])
    expect(table?.outcome === 'read' && table.documents.map(({ title }) => title)).toEqual(['A?', 'B?'])
  })

  it('is refused when it is larger than it may be, unfetched where that is known before', async () => {
    const limits = { ...DEFAULT_LIMITS, maxBytes: 10 }
    const fetch = () => Promise.reject(new Error('fetched'))
    const says = /^The file has .* at most .* are read/
    for (const each of [item({ bytes: 11, fetch }), item({ text: 'x'.repeat(11) })])
      expect(await failuresOf([each], { limits })).toMatchObject([
        { file: 'a', error: expect.stringMatching(says) },
      ])
  })

  it('is given up when it does not arrive in time, and told to stop', async () => {
    let stopped = false
    const fetch = (signal: AbortSignal) =>
      new Promise<never>(() => signal.addEventListener('abort', () => (stopped = true)))
    const limits = { ...DEFAULT_LIMITS, maxFetchMilliseconds: 20 }
    expect(await failuresOf([item({ fetch })], { limits })).toMatchObject([
      {
        error:
          'Fetching it took longer than 0.02 s and was given up. See whether the place where it lives answers.',
      },
    ])
    expect(stopped).toBe(true)
  })

  it('goes on after a part that fails: to fetch, to be listed, or because its name is taken', async () => {
    const broken = item({ key: 'b', fetch: () => Promise.reject(new LoadError('Gone away.')) })
    const files = await load([
      item(),
      broken,
      { file: 'c/', error: 'No access.' },
      item(),
      item({ key: 'd' }),
    ])
    expect(files.map(({ outcome, key }) => [outcome, key])).toEqual([
      ['read', 'a'],
      ['read', 'b'],
      ['unlisted', 'c/'],
      ['unlisted', 'a'],
      ['read', 'd'],
    ])
    expect(files[1]).toMatchObject({ sha256: null, failures: [{ file: 'b', error: 'Gone away.' }] })
  })

  it('is looked at no further once the signal aborts', async () => {
    const abort = new AbortController()
    const fetch = () => {
      abort.abort(new LoadError('Stopped.'))
      return Promise.resolve(bytesOf('Text.'))
    }
    await expect(load([item({ fetch }), item({ key: 'b' })], { signal: abort.signal })).rejects.toThrow(
      'Stopped.',
    )
  })
})
