import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { draftUploads } from '../../src/commands/imports/draftUploads'
import { previewUpload } from '../../src/commands/imports/previewUpload'
import type { Choice, Drafted, Preview } from '../../src/commands/imports/types'
import { searchTexts } from '../../src/commands/search/searchTexts'
import { makeFirstPersonAdmin } from '../../collections/Users/firstPerson'
import { useInstallation } from './installation'

const vouch = useInstallation()

const bring = async (name: string, text: string, batch = randomUUID(), by = 'ann') => {
  const { loaders } = await vouch.deps.sourcePorts()
  const body = (async function* () {
    yield new TextEncoder().encode(text)
  })()
  const place = { dataDir: vouch.deps.env.dataDir, batch, owner: vouch.user(by).id }
  const preview = await previewUpload({ payload: vouch.payload, loaders }, { ...place, name, body })
  const make = (change: Partial<Choice> = {}) =>
    draftUploads(
      { payload: vouch.payload, user: vouch.user(by) },
      { ...place, choices: preview.documents.map((each) => ({ ...chosen(preview, each), ...change })) },
    )
  return { preview, make }
}
const chosen = (preview: Preview, { key, faq }: Preview['documents'][number]): Choice => ({
  file: preview.id,
  key,
  as: faq ? 'faq' : 'policy',
  audience: 'public',
  topic: null,
})
const madeOf = (drafted: Drafted[]) => drafted.flatMap((each) => ('id' in each ? [each] : []))

describe('files that are brought in', () => {
  it('are shown as what they would become, and become nothing before it is asked for', async () => {
    const { preview } = await bring('shop.csv', 'question,answer\nDo you deliver?,Yes. In **two** days.\n')
    expect(preview).toMatchObject({
      name: 'shop.csv',
      failures: [],
      documents: [{ title: 'Do you deliver?', markdown: 'Yes. In **two** days.', faq: true }],
    })
    expect(await vouch.rows('faqs', { question: { equals: 'Do you deliver?' } })).toEqual([])
  })

  it('become drafts as a person chose, written and owned by them, once', async () => {
    const { make } = await bring(
      'parcels.md',
      '---\naudience: internal\n---\n\n# Parcels\n\nThey weigh 20 kg at most.\n',
    )
    const [made] = madeOf(await make({ as: 'guide', audience: 'agent' }))
    const [row] = await vouch.rows('policies', { id: { equals: made?.id } })
    expect(row).toMatchObject({ title: 'Parcels', kind: 'guide', audience: 'agent', workflowState: 'draft' })
    expect(row?.authors).toEqual([vouch.user('ann').id])
    expect(row?.owner).toBe(vouch.user('ann').id)
    expect(madeOf(await make({ as: 'guide', audience: 'agent' }))).toEqual([made])
    expect(await vouch.rows('policies', { title: { equals: 'Parcels' } })).toHaveLength(1)
  })

  it('a policy may become an FAQ, and the other way round', async () => {
    const { make } = await bring('gift.md', '# Do you gift-wrap?\n\nYes, for three euros.\n')
    const [made] = madeOf(await make({ as: 'faq' }))
    expect(made).toMatchObject({ collection: 'faqs', title: 'Do you gift-wrap?' })
  })

  it('say why they cannot be read, and what is not read at all', async () => {
    expect((await bring('broken.pdf', '%PDF-1.7 nothing')).preview.failures).toHaveLength(1)
    const { preview } = await bring('film.mov', 'x')
    expect(preview.failures[0]).toContain('.mov are not read')
  })

  it('are told apart from what is there: served, drafted under that title, or in another of the files', async () => {
    const text =
      'Every laptop that we sell has a warranty of two years from the day on which it was delivered.'
    const published = await vouch.publish({ title: 'Laptop warranty', markdown: text, by: 'ann' })
    const batch = randomUUID()
    const { preview } = await bring('copy.md', `# A copy\n\n${text}\n`, batch)
    expect(preview.documents[0]?.alike).toMatchObject([
      { title: 'Laptop warranty', document: { id: published.id }, similarity: 1 },
    ])
    const again = await bring('again.md', `# Again\n\n${text}\n`, batch)
    expect(again.preview.documents[0]?.alike.map(({ document }) => document === null)).toContain(true)
    const titled = await bring('other.md', '# Laptop warranty\n\nSomething else entirely.\n')
    expect(titled.preview.documents[0]?.alike).toMatchObject([{ similarity: null }])
  })

  it('are nobody else’s', async () => {
    const batch = randomUUID()
    await bring('mine.md', '# Mine\n\nMine alone.\n', batch)
    await expect(bring('theirs.md', '# Theirs\n\nNot theirs.\n', batch, 'ben')).rejects.toThrow(
      'no longer here',
    )
  })
})

describe('searching texts', () => {
  const search = (query: string, collection: 'policies' | 'faqs' | null = null) =>
    searchTexts({ ...vouch.deps, user: vouch.user('quinn') }, { query, collection, limit: 10 })

  beforeAll(async () => {
    await vouch.publish({
      title: 'Bicycles',
      markdown: 'A bicycle is serviced once a year, free of charge.',
      by: 'ann',
    })
    await vouch.draft({
      title: 'Draft of scooters',
      markdown: 'A scooter needs a **helmet** and a lamp.',
      by: 'ann',
    })
    await vouch.faq({ question: 'Do you repair tyres?', markdown: 'Yes, on the same day.', by: 'ann' })
  })

  it('finds a live text by words that are not in its title, with the words in a snippet', async () => {
    const [found] = await search('serviced free')
    expect(found).toMatchObject({ title: 'Bicycles', live: true, state: 'published' })
    expect(found?.snippet.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['serviced', 'free'])
  })

  it('finds a draft by its words, formatted or not', async () => {
    expect(await search('helmet lamp')).toMatchObject([
      { title: 'Draft of scooters', live: false, state: 'draft' },
    ])
  })

  it('finds by title, in one collection or both, each text once', async () => {
    expect((await search('repair tyres')).map(({ collection }) => collection)).toEqual(['faqs'])
    expect(await search('repair tyres', 'policies')).toEqual([])
    expect(await search('bicycles')).toHaveLength(1)
  })

  it('finds nothing for what is no word', async () => {
    expect(await search('?!')).toEqual([])
  })
})

describe('the first person', () => {
  const made = (req: object) =>
    makeFirstPersonAdmin({
      data: { roles: ['author'] },
      operation: 'create',
      req,
    } as unknown as Parameters<typeof makeFirstPersonAdmin>[0]) as { roles: string[] }

  it('who fills in the form of an empty installation is its admin; whom a person or the command line adds is not', () => {
    expect(made({ payloadAPI: 'REST', user: null }).roles).toEqual(['admin'])
    expect(made({ payloadAPI: 'REST', user: { id: 'x' } }).roles).toEqual(['author'])
    expect(made({ payloadAPI: 'local', user: null }).roles).toEqual(['author'])
  })
})
