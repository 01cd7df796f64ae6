import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLoaders, LOADERS } from '../../ingestion/loaders/registry'
import { type FakeUnstructured, startFakeUnstructured } from '../fakes/unstructuredServer'
import { archive } from './officeFiles'
import { collect, pdf } from './loadersSetup'

let server: FakeUnstructured
beforeEach(async () => {
  // The client writes to the console whatever went wrong.
  for (const method of ['error', 'warn', 'info'] as const)
    vi.spyOn(console, method).mockImplementation(() => {})
  server = await startFakeUnstructured({ apiKey: 'key-1' })
})
afterEach(async () => {
  vi.restoreAllMocks()
  await server.close()
})

const load = (key: string, bytes: Uint8Array, settings = {}, signal = new AbortController().signal) => {
  const loaders = createLoaders({ unstructured: { url: server.origin, apiKey: 'key-1', ...settings } })
  const loader = loaders.get(key.slice(key.lastIndexOf('.')))
  if (!loader) throw new Error(`no loader for ${key}`)
  return collect(loader({ path: `/nowhere/${key}`, key, bytes }, signal))
}
const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

const ELEMENTS = [
  { type: 'Header', text: 'Acme Ltd', metadata: {} },
  { type: 'Title', text: 'Returns', metadata: { category_depth: 0 } },
  { type: 'NarrativeText', text: 'You have 30 days\nfrom delivery, <b>not</b> more.', metadata: {} },
  { type: 'Title', text: 'What we take back', metadata: { category_depth: 1 } },
  { type: 'ListItem', text: '• unused', metadata: {} },
  { type: 'ListItem', text: 'in its box', metadata: {} },
  {
    type: 'Table',
    text: 'Kind Days A 30',
    metadata: {
      text_as_html: '<table><tr><th>Kind</th><th>Days</th></tr><tr><td>A</td><td>30</td></tr></table>',
    },
  },
  { type: 'PageNumber', text: '3', metadata: {} },
  { type: 'Footer', text: 'Page 3', metadata: {} },
]

describe('a file that only Unstructured reads', () => {
  it('becomes Markdown with headings, lists and tables, without headers and footers', async () => {
    server.elements = ELEMENTS
    expect(await load('policies/returns.doc', old)).toEqual([
      {
        key: 'policies/returns.doc',
        title: 'Returns',
        markdown: [
          'You have 30 days from delivery, \\<b>not\\</b> more.',
          '## What we take back',
          '- unused\n- in its box',
          '| Kind | Days |\n| --- | --- |\n| A | 30 |',
        ].join('\n\n'),
        metadata: {},
        line: 1,
      },
    ])
    expect(server.sent).toMatchObject([
      { name: 'returns.doc', bytes: 8, fields: { strategy: 'auto', split_pdf_page: 'false' } },
    ])
  })

  it.each(['.doc', '.ppt', '.xls', '.png', '.jpg', '.jpeg', '.tiff', '.heic', '.msg', '.epub'])(
    'may be a %s, which without the server is refused or unknown',
    async (extension) => {
      server.elements = [{ type: 'NarrativeText', text: 'Words' }]
      expect(await load(`a${extension}`, old)).toMatchObject([{ title: 'A', markdown: 'Words' }])
      const here = LOADERS.get(extension)
      const refused =
        here &&
        (await collect(here({ path: '/a', key: `a${extension}`, bytes: old }, new AbortController().signal)))
      if (refused) expect(refused).toMatchObject([{ error: expect.stringContaining('UNSTRUCTURED_API_URL') }])
    },
  )

  it('may be a scan; a PDF with text stays on this machine', async () => {
    server.elements = [{ type: 'NarrativeText', text: 'Recognised words' }]
    const scan = await pdf((page) => void page.rect(10, 10, 50, 50).fill('grey'))
    expect(await load('scan.pdf', scan)).toMatchObject([{ markdown: 'Recognised words' }])
    const text = await pdf((page) => void page.text('Printed words that are long enough to be text.'))
    expect(await load('text.pdf', text)).toMatchObject([
      { markdown: expect.stringContaining('Printed words') },
    ])
    expect(server.sent.map(({ name }) => name)).toEqual(['scan.pdf'])
  })

  it('may be attached to an e-mail', async () => {
    server.elements = [{ type: 'NarrativeText', text: 'In the picture' }]
    const mail = [
      'Subject: Notice',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See below.',
      '--b',
      'Content-Type: application/msword',
      'Content-Disposition: attachment; filename="a.doc"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(old).toString('base64'),
      '--b--',
      '',
    ].join('\r\n')
    expect(await load('a.eml', Buffer.from(mail))).toMatchObject([
      { markdown: 'See below.' },
      { markdown: 'In the picture' },
    ])
  })

  it('is sent again after the pause that a busy server asks for', async () => {
    server.elements = [{ type: 'NarrativeText', text: 'Words' }]
    const answer = server.routes['/general/v0/general']
    const at: number[] = []
    server.routes['/general/v0/general'] = (request, response) => {
      at.push(performance.now())
      if (at.length > 1 && typeof answer === 'function') return answer(request, response)
      return { status: 429, headers: { 'retry-after': '1' }, body: '{}' }
    }
    expect(await load('a.doc', old)).toHaveLength(1)
    expect(at[1]! - at[0]!).toBeGreaterThan(950)
  })

  it.each([
    ['an answer without words', { elements: [{ type: 'Footer', text: 'x' }] }, /found no text/],
    ['an answer that is none', { elements: { hello: 1 } }, /other than Unstructured does/],
    ['a refusal of the file', { status: 422 }, /cannot read the file \(it answered 422\)/],
    ['a fault', { status: 500 }, /answered 500\. Try again later/],
    ['garbage', { body: '<html>proxy</html>' }, /other than Unstructured does/],
  ])(
    'is refused in a sentence after %s',
    async (_, { elements, ...answer }: Record<string, unknown>, words) => {
      if (elements) server.elements = elements
      else server.routes['/general/v0/general'] = { body: '{"detail":"x"}', ...answer }
      await expect(load('a.doc', old)).rejects.toThrow(words)
    },
  )

  it('is refused in a sentence when the key is wrong, without the key, and when there is no server', async () => {
    const error = (await load('a.doc', old, { apiKey: 'key-secret' }).catch(
      (error: unknown) => error,
    )) as Error
    expect(error.message).toBe('Unstructured does not accept the key. Check UNSTRUCTURED_API_KEY.')
    await expect(load('a.doc', old, { url: 'http://127.0.0.1:1' })).rejects.toThrow(/cannot be reached/)
  })

  it('is given up when its time is over, or when it is told to', async () => {
    server.routes['/general/v0/general'] = () => {}
    await expect(load('a.doc', old, { maxMilliseconds: 100 })).rejects.toThrow(/took too long/)
    const abort = new AbortController()
    setTimeout(() => abort.abort(new Error('enough')), 50)
    await expect(load('a.doc', old, {}, abort.signal)).rejects.toThrow('enough')
  })

  it('does not open the way for what is not what its name says', async () => {
    await expect(load('a.docx', await archive({ 'a.txt': 'x' }))).rejects.toThrow()
    expect(server.sent).toEqual([])
  })
})
