import { createHash } from 'node:crypto'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, type LoadedFile } from '../../ingestion/load'
import { loadFolder, loadPath, pdf, wordDocument } from './loadersSetup'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)])

const errorOf = (file: LoadedFile | undefined) =>
  file?.outcome === 'read' ? file.failures[0]?.error : undefined
const refusal = async (name: string, content: string | Uint8Array, limits = DEFAULT_LIMITS) =>
  errorOf((await loadFolder({ [name]: content }, { limits }))[0])

describe('loading a folder', () => {
  it('goes through its files in the same order, passing over hidden files and node_modules', async () => {
    const text = 'Text.'
    const files = await loadFolder({
      'b.md': text,
      'a/z.md': text,
      'B.txt': text,
      '.git/x.md': text,
      'node_modules/p/x.md': text,
      'a/.x.md': text,
    })
    expect(files.flatMap((file) => (file.outcome === 'read' ? file.key : []))).toEqual([
      'B.txt',
      'a/z.md',
      'b.md',
    ])
    expect(files.at(-1)).toMatchObject({
      outcome: 'left_out',
      omissions: [{ kind: 'hidden_files', count: 1, example: 'a/.x.md' }],
    })
  })

  it('says which files are of a format that nobody reads', async () => {
    expect(await loadFolder({ 'deck.KEY': 'x', Makefile: 'x' })).toEqual([
      { outcome: 'skipped', key: 'Makefile', extension: '' },
      { outcome: 'skipped', key: 'deck.KEY', extension: '.key' },
    ])
  })

  it('follows no symbolic link', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vouch-links-'))
    await writeFile(join(folder, 'a.md'), 'Text.')
    await symlink(folder, join(folder, 'round'))
    await symlink('/etc/hostname', join(folder, 'out.md'))
    const files = await loadPath(folder)
    await rm(folder, { recursive: true })
    expect(files).toMatchObject([
      { outcome: 'read', key: 'a.md' },
      { outcome: 'left_out', omissions: [{ kind: 'symbolic_links', count: 2 }] },
    ])
  })

  it('does not parse a file whose bytes are as they were, and says where it is and when it was read', async () => {
    const sha256 = createHash('sha256').update('{ not json').digest('hex')
    const known = (key: string) => (key === 'a.jsonl' ? { revision: null, sha256 } : undefined)
    const before = Date.now()
    const [file, ...more] = await loadFolder({ 'a.jsonl': '{ not json' }, { known })
    expect(more).toEqual([])
    expect(file).toMatchObject({ outcome: 'unchanged', key: 'a.jsonl', sha256, extension: '.jsonl' })
    if (file?.outcome !== 'unchanged') throw new Error('not unchanged')
    expect(file.location).toMatch(/^\/.*\/a\.jsonl$/)
    expect(Date.parse(file.fetchedAt)).toBeGreaterThanOrEqual(before)
  })

  it('is not stopped by a broken file', async () => {
    const files = await loadFolder({
      'a.pdf': '%PDF-1.4 broken',
      'b.md': Buffer.of(0xff),
      'c.docx': png,
      'd.md': 'Text.',
    })
    expect(
      files.map((file) => file.outcome === 'read' && [file.documents.length, file.failures.length]),
    ).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
      [1, 0],
    ])
  })

  it('that is not there is an error with its place', async () => {
    await expect(loadPath('/no/such/folder')).rejects.toThrow(
      'There is no file or folder at /no/such/folder.',
    )
  })
})

describe('a file is refused with a reason', () => {
  it('when it is empty, or has no text', async () => {
    expect(await refusal('a.md', '')).toBe('The file is empty.')
    expect(await refusal('a.md', '---\ntitle: Fees\n---\n')).toBe(
      'The document "Fees" has a title but no text.',
    )
    expect(await refusal('a.md', '# Fees\n\n---\n')).toBe('The document "Fees" has a title but no text.')
  })

  it('when it is too large, without being read', async () => {
    const limits = { ...DEFAULT_LIMITS, maxBytes: 1024 * 1024 }
    const [file] = await loadFolder({ 'a.md': Buffer.alloc(2 * 1024 * 1024, 'x') }, { limits })
    expect(errorOf(file)).toBe('The file has 2.00 MB; at most 1.00 MB are read. Split it into smaller files.')
    expect(file).toMatchObject({ sha256: null })
  })

  it('when its extension lies', async () => {
    const said = (name: string, what: string) =>
      `The file is named ${name} but its content is ${what}. Rename it, or export it again.`
    expect(await refusal('a.pdf', png)).toBe(said('.pdf', 'image/png'))
    expect(await refusal('a.pdf', 'Just text.')).toBe(said('.pdf', 'of no known format'))
    expect(await refusal('a.docx', await pdf((page) => page.text('x')))).toBe(
      said('.docx', 'application/pdf'),
    )
    expect(await refusal('a.docx', oldWord)).toContain(
      'is an old Word document (.doc) or protected with a password',
    )
    expect(await refusal('a.md', png)).toBe(said('.md', 'image/png'))
    expect(await refusal('a.html', await pdf((page) => page.text('x')))).toBe(
      said('.html', 'application/pdf'),
    )
    expect(await refusal('a.txt', '{\\rtf1 text}')).toBe(said('.txt', 'application/rtf'))
    expect(await refusal('a.csv', await wordDocument())).toMatch(
      /^The file is named .csv but its content is application\//,
    )
    expect(await refusal('a.txt', 'BMW, MZ and ID3 are words that look like signatures.')).toBeUndefined()
  })
})
