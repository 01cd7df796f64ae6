import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOADERS } from '../../ingestion/loaders/registry'
import { VouchError } from '../../src/errors'
import { load, loadOne, wordDocument } from './loadersSetup'
import { archive } from './officeFiles'
import { often } from '../often'

describe('MDX', () => {
  it('loses imports, exports and tags, and keeps the words', async () => {
    const text =
      "---\ntitle: Kettles\n---\nimport { Tabs } from './tabs'\nexport const year = {\n  now: 2026,\n}\n\n# Kettles\n\n<Tabs\n  items={['a', 'b']}>\n<Tab title=\"By post\">\n\nSend it **back**.\n\n</Tab>\n</Tabs>\n" +
      '{/* note\nto self */}\nWe {"really"} mean {props.years} years. <Icon name="x" />\n\nImports of kettles are free.\n\n```jsx\nimport x from "y"\n<Tab>{z}</Tab>\n```\n\nUse `<Tab>` and \\{braces}.'
    expect(await loadOne('kettles.mdx', text)).toMatchObject({
      title: 'Kettles',
      markdown:
        '**By post**\n\nSend it **back**.\n\nWe really mean [years] years.\n\nImports of kettles are free.\n\n```jsx\nimport x from "y"\n<Tab>{z}</Tab>\n```\n\nUse `<Tab>` and {braces}.',
    })
  })
})

describe('Rich Text', () => {
  const rtf = (body: string, head = '\\ansi\\ansicpg1252') => `{\\rtf1${head} ${body}}`

  it('becomes Markdown with headings, lists and tables, without headers, hidden words and pictures', async () => {
    const body =
      '{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s2\\outlinelevel1 heading 2;}}{\\info{\\title Wrong}}{\\header Running head\\par}' +
      "{\\pard\\outlinelevel0 Warranty\\par}{\\pard\\s2 How long\\par}\\pard Two \\b years\\b0 , {\\v secret}gr\\'fc\\u223?n \\u8364\\'80.{\\pict\\bin4 }}}}}\\par\n" +
      '{\\pntext\\bullet\\tab}the base\\par{\\pntext\\bullet\\tab}the lid\\par\n' +
      '\\trowd\\cellx1\\cellx2\\intbl Part\\cell Years\\cell\\row\\trowd\\cellx1\\cellx2\\intbl Base\\cell 2\\cell\\row\\pard{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt The end}}\\par'
    const { title, markdown } = await loadOne('a.rtf', Buffer.from(rtf(body), 'latin1'))
    expect(title).toBe('Warranty')
    expect(markdown).toBe(
      '## How long\n\nTwo years, grüßn €.\n\n- the base\n- the lid\n\n| Part | Years |\n| --- | --- |\n| Base | 2 |\n\nThe end',
    )
  })

  it('is decoded by the character set of its font, and refused in a code page that nobody reads', async () => {
    const cyrillic = rtf("{\\fonttbl{\\f1\\fcharset204 Arial;}}\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2")
    expect((await loadOne('a.rtf', cyrillic)).markdown).toBe('Привет')
    await expect(load('a.rtf', rtf("caf\\'82", '\\ansicpg437'))).rejects.toThrow('written in code page 437')
  })

  it('of the name alone is refused', async () => {
    await expect(load('a.rtf', 'Just words.')).rejects.toThrow(
      'named .rtf but its content is of no known format',
    )
  })
})

describe('an old Office format', () => {
  it('is refused with the way to read it', async () => {
    expect(await load('a.doc', 'x')).toEqual([
      { file: 'a.doc', error: expect.stringContaining('set UNSTRUCTURED_API_URL') },
    ])
  })
})

describe('any loader', () => {
  const starts: Record<string, string> = { '.rtf': '{\\rtf1', '.pdf': '%PDF-1.4', '.eml': 'Subject: x\n' }

  const onlyRefuses = async (key: string, bytes: Uint8Array) => {
    try {
      await load(key, bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(VouchError)
      expect((error as Error).message).toMatch(/^[A-Z][\s\S]+\.$/)
    }
  }

  it.each([...LOADERS.keys()])(
    'reads arbitrary bytes named %s or refuses them in a sentence',
    async (extension) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, honest) => {
          const start = honest ? (starts[extension] ?? '') : ''
          await onlyRefuses(`a${extension}`, Buffer.concat([Buffer.from(start), bytes]))
        }),
        { numRuns: often(40) },
      )
    },
  )

  it('of an archive inside does so with arbitrary XML in its parts, and with a damaged archive', async () => {
    const word = await wordDocument()
    const text = fc.string({
      maxLength: 200,
      unit: fc.constantFrom(...'<>/="a:pt &;'.split(''), '<p:sldId r:id="r"/>', '<a:t>'),
    })
    await fc.assert(
      fc.asyncProperty(text, fc.nat({ max: word.length }), async (xml, at) => {
        const parts = [
          'content.xml',
          'ppt/presentation.xml',
          'xl/workbook.xml',
          '[Content_Types].xml',
          'word/document.xml',
        ]
        const zip = await archive(Object.fromEntries(parts.map((part) => [part, xml])))
        const damaged = Buffer.from(word)
        damaged[at] = (damaged[at] ?? 0) ^ 0xff
        for (const extension of ['.pptx', '.odt', '.xlsx', '.docx']) {
          await onlyRefuses(`a${extension}`, zip)
          await onlyRefuses(`a${extension}`, damaged)
        }
      }),
      { numRuns: often(40) },
    )
  })
})
