import { describe, expect, it } from 'vitest'
import { checkArchive } from '../../ingestion/loaders/archive'
import { load, loadOne, wordDocument } from './loadersSetup'
import { archive, openDocument, presentation, shape } from './officeFiles'

describe('a presentation', () => {
  it('is a section a slide, with its title, lists, tables and notes, named by its title slide', async () => {
    const cell = (text: string, more = '') =>
      `<a:tc${more}><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`
    const table = `<p:graphicFrame><p:xfrm><a:off x="0" y="5000000"/></p:xfrm><a:tbl><a:tr>${cell('Zone', ' rowSpan="1"')}${cell('Cost')}</a:tr><a:tr>${cell('EU')}${cell('4')}</a:tr></a:tbl></p:graphicFrame>`
    const bytes = await presentation([
      { shapes: shape('ctrTitle', ['Delivery']) + shape('subTitle', ['From March on']) },
      {
        shapes:
          shape('title', ['Times']) + shape('body', ['To the door', '1:by van', '1:by bike', 'To a shop']),
        notes: 'Say that <b> is bold.'.replace('<b>', '&lt;b&gt;'),
      },
      { shapes: shape('title', ['Costs']) + table + shape('sldNum', ['3']) },
      { shapes: shape('title', ['Secret']), hidden: true },
      { shapes: shape(null, ['No title here.']) },
    ])
    const { title, markdown } = await loadOne('delivery.pptx', bytes)
    expect(title).toBe('Delivery')
    expect(markdown).toBe(
      'From March on\n\n## Times\n\n- To the door\n  - by van\n  - by bike\n- To a shop\n\n### Notes\n\nSay that \\<b> is bold.\n\n' +
        '## Costs\n\n| Zone | Cost |\n| --- | --- |\n| EU | 4 |\n\n## Slide 5\n\nNo title here.',
    )
  })

  it('is read from the top down and from left to right, not in the order of drawing', async () => {
    const shapes =
      shape('title', ['Order'], [0, 0]) +
      shape(null, ['fourth'], [0, 9_000_000]) +
      shape(null, ['third'], [6_000_000, 4_100_000]) +
      shape(null, ['first'], [6_000_000, 2_000_000]) +
      shape(null, ['second'], [0, 4_000_000])
    expect((await loadOne('a.pptx', await presentation([{ shapes }]))).markdown).toBe(
      '## Order\n\nfirst\n\nsecond\n\nthird\n\nfourth',
    )
  })
})

describe('an OpenDocument text', () => {
  it('becomes Markdown with headings, lists, tables and notes, without comments and deleted passages', async () => {
    const bytes = await openDocument(
      '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p text:style-name="P1">Warranty</text:p>' +
        '<text:h text:outline-level="2">How <text:span>long</text:span></text:h><text:p>Two years<text:note><text:note-citation>1</text:note-citation>' +
        '<text:note-body><text:p>From delivery.</text:p></text:note-body></text:note>.<office:annotation><text:p>check!</text:p></office:annotation></text:p>' +
        '<text:list text:style-name="L1"><text:list-item><text:p>base</text:p><text:list><text:list-item><text:p>screws</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>lid</text:p></text:list-item></text:list>' +
        '<table:table><table:table-row><table:table-cell><text:p>Part</text:p></table:table-cell><table:table-cell><text:p>Years</text:p></table:table-cell></table:table-row>' +
        '<table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>2</text:p></table:table-cell></table:table-row></table:table>',
      '<style:style style:name="P1" style:parent-style-name="Title"/><text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>',
    )
    const { title, markdown } = await loadOne('warranty.odt', bytes)
    expect(title).toBe('Warranty')
    expect(markdown).toBe(
      '## How long\n\nTwo years \\[1\\].\n\n1. base\n   - screws\n2. lid\n\n| Part | Years |\n| --- | --- |\n| 2 | 2 |\n\n\\[1\\] From delivery.',
    )
  })
})

describe('an OpenDocument text says what is seen', () => {
  const STYLES =
    '<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="H2" style:parent-style-name="H"/>' +
    '<style:style style:name="S"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="B"><style:text-properties style:text-position="sub 58%"/></style:style>' +
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/></text:list-style>'

  it('without hidden text, comments and deleted passages, which are counted', async () => {
    const bytes = await openDocument(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>old price</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:p>90 EUR.<text:span text:style-name="H"> Floor 60 EUR.</text:span><office:annotation><text:p>ask Bo</text:p></office:annotation></text:p><text:p text:style-name="H2">Staff only.</text:p>' +
        '<text:section text:display="none"><text:p>Later.</text:p></text:section>',
      STYLES,
    )
    const { markdown, omissions } = await loadOne('a.odt', bytes)
    expect(markdown).toBe('90 EUR.')
    expect(omissions).toEqual([
      { kind: 'hidden_text', count: 3, example: 'Floor 60 EUR.' },
      { kind: 'comments', count: 1, example: 'ask Bo' },
      { kind: 'deleted_text', count: 1, example: 'old price' },
    ])
  })

  it('with raised and lowered figures, and letters before its items', async () => {
    const raised = (text: string) => `<text:span text:style-name="S">${text}</text:span>`
    const bytes = await openDocument(
      `<text:p>Only $19${raised('99')} within 14${raised('1')} days, 40 m${raised('2')}, H<text:span text:style-name="B">2</text:span>O</text:p>` +
        '<text:list text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>',
      STYLES,
    )
    expect((await loadOne('a.odt', bytes)).markdown).toBe(
      'Only $19.99 within 14⁽¹⁾ days, 40 m², H₂O\n\n- a) one\n- b) two',
    )
  })
})

describe('a presentation says what is seen', () => {
  it('with raised figures, without hidden slides and shapes, which are counted', async () => {
    const price =
      '<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/></p:nvSpPr><p:spPr/><p:txBody><a:p><a:r><a:t>Only $19</a:t></a:r><a:r><a:rPr baseline="30000"/><a:t>99</a:t></a:r></a:p></p:txBody></p:sp>'
    const hidden = shape(null, ['Floor 60']).replace('name="x"', 'name="x" hidden="1"')
    const { markdown, omissions } = await loadOne(
      'a.pptx',
      await presentation([
        { shapes: shape('title', ['Prices']) + price + hidden },
        { shapes: shape('title', ['Secret']), hidden: true },
      ]),
    )
    expect(markdown).toBe('## Prices\n\nOnly $19.99')
    expect(omissions).toEqual([{ kind: 'hidden_text', count: 2, example: 'Floor 60' }])
  })
})

describe('a file that is an archive inside', () => {
  it('is refused when it unpacks to more than the limit, whatever it says of its size', async () => {
    const limits = { maxEntries: 3, maxBytes: 2 * 1024 * 1024, maxXmlBytes: 1024 * 1024 }
    const bomb = (name: string, size: number) => archive({ [name]: 'x'.repeat(size) })
    await expect(checkArchive(await bomb('a.bin', 3 * 1024 * 1024), limits)).rejects.toThrow(
      'Unpacked, the file has more than 2 MB, and no more are read. Split it into smaller files.',
    )
    await expect(checkArchive(await bomb('a.xml', 1.5 * 1024 * 1024), limits)).rejects.toThrow(
      'Unpacked, the file has more than 1 MB',
    )
    const many = archive({ a: '', b: '', c: '', d: '' })
    await expect(checkArchive(await many, limits)).rejects.toThrow('The file holds more than 3 parts')
    await expect(checkArchive(await archive({ 'a.xml': 'x' }), limits)).resolves.toBeUndefined()
  })

  it('is refused when it is damaged, or holds no document', async () => {
    const parts = await archive({ 'a.txt': 'x'.repeat(999) })
    await expect(load('a.pptx', parts)).rejects.toThrow('The presentation is damaged: it lists no slides.')
    await expect(load('a.odt', parts)).rejects.toThrow('The document is damaged: it has no text part.')
    await expect(load('a.xlsx', (await wordDocument()).slice(0, 3_000))).rejects.toThrow(/^The file /)
    await expect(load('a.odt', parts.slice(0, 60))).rejects.toThrow(
      'The file is damaged and cannot be unpacked',
    )
  })
})
