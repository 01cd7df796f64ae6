import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../ingestion/loaders/workbook/numberFormat'
import { fixture, load, loadOne, omissionsOf } from './loadersSetup'
import { workbook } from './officeFiles'

const AREA =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
const FAQ = [
  ['question', 'answer', 'category'],
  ['Do you ship to Norway?', 'Twice a week.', ''],
]

describe('a workbook', () => {
  it('is a section a sheet, its cells as a reader sees them', async () => {
    const bytes = await workbook({
      formats: ['"€"#,##0.00', '0.0%', 'd/m/yy'],
      sheets: [
        {
          name: 'Costs',
          rows: [
            ['Delivery costs 2026'],
            [],
            ['Zone', 'Cost', 'Share', 'From', 'Total'],
            ['EU', { v: 4.5, f: 1 }, { v: 0.125, f: 2 }, { v: 46082, f: 3 }, { v: 9, t: 'n' }],
            ['', { v: -3, f: 1 }, { v: 1, f: 2 }, { v: 46113, f: 3 }, 'a|b'],
          ],
          merges: ['A4:A5'],
        },
        {
          name: 'Days',
          rows: [
            ['Day', 'Open'],
            ['Sunday', false],
          ],
        },
        { name: 'Draft', state: 'hidden', rows: [['secret', 'secret']] },
      ],
    })
    const { title, markdown, omissions } = await loadOne('delivery-costs.xlsx', bytes)
    expect(title).toBe('Delivery costs')
    expect(markdown).toBe(
      '## Costs\n\nDelivery costs 2026\n\n| Zone | Cost | Share | From | Total |\n| --- | --- | --- | --- | --- |\n' +
        '| EU | €4.50 | 12.5% | 2026-03-01 | 9 |\n| EU | -€3.00 | 100.0% | 2026-04-01 | a\\|b |\n\n' +
        '## Days\n\n| Day | Open |\n| --- | --- |\n| Sunday | FALSE |',
    )
    expect(omissions).toEqual([{ kind: 'hidden_sheets', count: 1, example: 'Draft' }])
  })

  it('has the columns of a spanning head kept apart, also from figures below a blank row', async () => {
    const rows = [['In million', '', 'Half year'], ['Zone', 'Sales', 'Result'], [], ['North', 1200, 3]]
    expect((await loadOne('a.xlsx', await workbook({ sheets: [{ name: 'Sheet1', rows }] }))).markdown).toBe(
      'In million · Half year\n\n| Zone | Sales | Result |\n| --- | --- | --- |\n| North | 1200 | 3 |',
    )
  })

  it('with question and answer columns makes FAQs, whatever prefix its elements have', async () => {
    expect(await load('faq.xlsx', await fixture('14-xlsx-namespace-prefix.xlsx'))).toMatchObject([
      { key: 'faq.xlsx#how-long', question: 'How long?', markdown: 'Five days.' },
    ])
  })

  it('has merged columns repeated as merged rows are, and a title over all of them once', async () => {
    const rows = [
      ['Prices of 2026', '', '', ''],
      ['Zone', 'By weight', '', 'Note'],
      ['', 'up to 5 kg', 'up to 20 kg', ''],
      ['Europe', '5 EUR', '', 'none'],
      ['', '6 EUR', '9 EUR', 'none'],
    ]
    const merges = ['A1:D1', 'B2:C2', 'A2:A3', 'D2:D3', 'B4:C4', 'A4:A5']
    expect(
      (await loadOne('a.xlsx', await workbook({ sheets: [{ name: 'Sheet1', rows, merges }] }))).markdown,
    ).toBe(
      'Prices of 2026\n\n| Zone | By weight – up to 5 kg | By weight – up to 20 kg | Note |\n| --- | --- | --- | --- |\n' +
        '| Europe | 5 EUR | 5 EUR | none |\n| Europe | 6 EUR | 9 EUR | none |',
    )
  })

  it('keeps keys with their values, blocks of one row and names with nothing below them', async () => {
    const rows = [
      ['Company', 'Ottermoor Care'],
      ['Founded', 1998],
      ['Mail', 'help@ottermoor.example'],
      [],
      ['Owner', 'Anna'],
      [],
      ['Plan', 'Notice'],
      ['Basic', '14 days'],
    ]
    expect((await loadOne('a.xlsx', await workbook({ sheets: [{ name: 'Sheet1', rows }] }))).markdown).toBe(
      '|  |  |\n| --- | --- |\n| Company | Ottermoor Care |\n| Founded | 1998 |\n| Mail | help@ottermoor.example |\n\n' +
        '|  |  |\n| --- | --- |\n| Owner | Anna |\n\n| Plan | Notice |\n| --- | --- |\n| Basic | 14 days |',
    )
  })

  it('reads shared texts with their runs, without how they are pronounced', async () => {
    const strings =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Price</t></si>' +
      '<si><r><t xml:space="preserve">from $19</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>99</t></r></si>' +
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>' +
      '<si><r><rPr><strike/></rPr><t>20 EUR</t></r><r><t xml:space="preserve"> 15 EUR</t></r></si><si><t>- Mail_x000D_\n- Chat</t></si></sst>'
    const rows = [0, 1, 2, 3, 4].map((v) => [
      { v, t: 's' },
      { v, t: 'n' },
    ])
    const bytes = await workbook({
      sheets: [{ name: 'Sheet1', rows }],
      parts: { 'xl/sharedStrings.xml': strings },
    })
    const { markdown } = await loadOne('a.xlsx', bytes)
    for (const cell of [
      '| Price |',
      '| from $19.99 |',
      '| 東京 |',
      '| ~~20 EUR~~ 15 EUR |',
      '| Mail; Chat |',
    ])
      expect(markdown).toContain(cell)
    expect(markdown).not.toContain('トウキョウ')
  })

  it('leaves hidden rows and columns and comments out, and says so', async () => {
    const bytes = await workbook({
      sheets: [
        {
          name: 'Sheet1',
          before: '<cols><col min="3" max="16384" hidden="1"/></cols>',
          rows:
            '<row r="1"><c r="A1" t="str"><v>Plan</v></c><c r="B1" t="str"><v>Price</v></c><c r="C1" t="str"><v>Floor</v></c></row>' +
            '<row r="2"><c r="A2" t="str"><v>Basic</v></c><c r="B2"><v>9</v></c><c r="C2"><v>6</v></c></row>' +
            '<row r="3" hidden="1"><c r="A3" t="str"><v>Staff</v></c><c r="B3"><v>1</v></c></row>',
          relations: [['c', 'comments', '../comments1.xml']],
        },
      ],
      parts: {
        'xl/comments1.xml':
          '<comments><commentList><comment ref="A1"><text><t>ask Bo</t></text></comment></commentList></comments>',
      },
    })
    const { markdown, omissions } = await loadOne('a.xlsx', bytes)
    expect(markdown).toBe('| Plan | Price |\n| --- | --- |\n| Basic | 9 |')
    expect(omissions).toEqual([
      { kind: 'comments', count: 1, example: 'ask Bo' },
      { kind: 'hidden_sheets', count: 2, example: 'Staff | 1' },
    ])
  })

  it('says what its charts, diagrams and text boxes say', async () => {
    const chart = `<c:chartSpace ${AREA}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Waiting time</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>Hours</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>Mail</c:v></c:pt><c:pt idx="1"><c:v>Chat</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:formatCode>0.0</c:formatCode><c:pt idx="0"><c:v>36</c:v></c:pt><c:pt idx="1"><c:v>0.5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>`
    const diagram = `<dgm:dataModel ${AREA}><dgm:ptLst><dgm:pt modelId="0" type="doc"/><dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Refund</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Return</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst><dgm:cxn modelId="8" srcId="0" destId="2" srcOrd="1"/><dgm:cxn modelId="9" srcId="0" destId="1" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>`
    const drawing = `<xdr:wsDr ${AREA}><xdr:graphicFrame><a:graphic><a:graphicData><c:chart r:id="c"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="d"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:sp><xdr:txBody><a:p><a:r><a:t>As of March</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>`
    const relations = (all: string) => `<Relationships>${all}</Relationships>`
    const bytes = await workbook({
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            ['Plan', 'Hours'],
            ['Basic', 36],
          ],
          relations: [['d', 'drawing', '../drawings/drawing1.xml']],
        },
      ],
      parts: {
        'xl/drawings/drawing1.xml': drawing,
        'xl/drawings/_rels/drawing1.xml.rels': relations(
          '<Relationship Id="c" Type="x/chart" Target="../charts/chart1.xml"/><Relationship Id="d" Type="x/diagramData" Target="../diagrams/data1.xml"/>',
        ),
        'xl/charts/chart1.xml': chart,
        'xl/diagrams/data1.xml': diagram,
      },
    })
    const { markdown } = await loadOne('a.xlsx', bytes)
    expect(markdown).toContain('Waiting time\n\n|  | Hours |\n| --- | --- |\n| Mail | 36.0 |\n| Chat | 0.5 |')
    expect(markdown).toContain('- Return\n- Refund')
    expect(markdown).toContain('As of March')
  })
})

describe('a workbook that would fill the memory', () => {
  const quick = async (bytes: Uint8Array) => {
    const started = performance.now()
    const loaded = await load('a.xlsx', bytes)
    expect(performance.now() - started).toBeLessThan(2_000)
    return loaded
  }
  const faq = [{ question: 'Do you ship to Norway?', markdown: 'Twice a week.' }]

  it('with drop-downs over whole columns is read at once', async () => {
    for (const name of ['01-xlsx-whole-column-validation.xlsx', '01b-xlsx-three-columns-validated.xlsx'])
      expect(await quick(await fixture(name))).toHaveLength(2)
  })

  it('with one formatted or one filled cell far away is read, without the distance', async () => {
    expect(await quick(await fixture('14c-xlsx-one-formatted-cell-at-the-end.xlsx'))).toHaveLength(2)
    const rows =
      '<row r="1"><c r="A1" t="str"><v>near</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>far</v></c></row>'
    const bytes = await workbook({ sheets: [{ name: 'Sheet1', rows }] })
    expect(await quick(bytes)).toMatchObject([{ markdown: 'near\n\nfar' }])
  })

  it('with the whole sheet merged is read as what was typed into it', async () => {
    const bytes = await workbook({ sheets: [{ name: 'FAQ', rows: FAQ, merges: ['A1:XFD1048576'] }] })
    expect(await quick(bytes)).toMatchObject(faq)
  })

  it('with all columns hidden or coloured one by one, or cells without addresses, is read', async () => {
    const columns = Array.from({ length: 16_384 }, (_, i) => `<col min="${i + 1}" max="${i + 1}" width="9"/>`)
    const rows =
      '<row><c t="str"><v>question</v></c><c t="str"><v>answer</v></c></row><row><c t="str"><v>Do you ship to Norway?</v></c><c t="str"><v>Twice a week.</v></c></row>'
    const bytes = await workbook({
      sheets: [{ name: 'FAQ', before: `<cols>${columns.join('')}</cols>`, rows }],
    })
    expect(await quick(bytes)).toMatchObject(faq)
  })

  it('with more cells than are read is refused with the limit', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(1_000)}</row>`
    const bytes = await workbook({ sheets: [{ name: 'x', rows: row.repeat(201) }] })
    await expect(load('a.xlsx', bytes)).rejects.toThrow('more than 200,000 cells with something in them')
  })
})

describe('a workbook in another language', () => {
  it('has its months in that language, and its figures as in every other', async () => {
    const texts = [
      'Die Erstattung wird innerhalb von fünf Werktagen gezahlt, wenn die Ware bei uns eingegangen ist.',
      'Frist',
    ]
    const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`
    const rows = [
      [
        { v: 0, t: 's' },
        { v: 1, t: 's' },
      ],
      [
        { v: 46082, f: 1 },
        { v: 1234.5, f: 2 },
      ],
    ]
    const bytes = await workbook({
      sheets: [{ name: 'Tabelle1', rows }],
      formats: ['d. mmmm yyyy', '#,##0.00'],
      parts: { 'xl/sharedStrings.xml': strings },
    })
    expect((await loadOne('a.xlsx', bytes)).markdown).toContain('| 1. März 2026 | 1,234.50 |')
  })
})

describe('a number in its format', () => {
  it.each([
    ['[h]:mm', 1.5, '36:00'],
    ['[mm]:ss', 0.05, '72:00'],
    ['mm:ss', 0.0017361111, '02:30'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['00000', 1067, '01067'],
    ['0000\\-000', 1234567, '1234-567'],
    ['#,##0.00\\ "€"', 1234.5, '1,234.50 €'],
    ['[$€-407] #,##0.00', 1234.5, '€ 1,234.50'],
    ['0\\ \\d\\a\\y\\s', 14, '14 days'],
    ['General" days"', 14, '14 days'],
    ['#,##0," k"', 12_500_000, '12,500 k'],
    ['0.0,"k"', 1_500, '1.5k'],
    ['# ?/?', 0.5, '1/2'],
    ['# ??/??', 3.25, '3 1/4'],
    ['"as of "dd.mm.yyyy', 46082, 'as of 2026-03-01'],
    ['m/d/yyyy', 46082, '2026-03-01'],
    ['ddd d/m/yy h:mm', 46082.75, 'Sun 2026-03-01 18:00'],
    ['d/m', 46082, '1 March'],
    ['mmmm yyyy', 46082, 'March 2026'],
    ['[$-407]dddd, d. mmmm yyyy', 46082, 'Sonntag, 1. März 2026'],
    ['[$-40C]d mmmm yyyy', 46082, '1 mars 2026'],
    ['yyyy"年"m"月"d"日"', 46082, '2026年3月1日'],
    ['0.00_);(0.00)', -4, '(4.00)'],
    ['"yes";;"no"', 0, 'no'],
    ['General', 4006381333931, '4006381333931'],
    ['General', 0.1 + 0.2, '0.3'],
    ['0', 46082, '46082'],
  ])('%s shows %d as %s', (pattern, value, shown) => {
    expect(formatNumber(value, pattern)).toBe(shown)
  })

  it('of a workbook that counts from 1904 is the right day, and what its format hides is left out', async () => {
    const rows = [
      ['Day', 'Code'],
      [
        { v: 44620, f: 1 },
        { v: 7, f: 2 },
      ],
      [{ v: '2026-03-01T00:00:00', t: 'd', f: 1 }, 'x'],
    ]
    const bytes = await workbook({
      from1904: true,
      formats: ['yyyy-mm-dd', ';;;'],
      sheets: [{ name: 'Sheet1', rows }],
    })
    expect((await loadOne('a.xlsx', bytes)).markdown).toBe(
      '| Day | Code |\n| --- | --- |\n| 2026-03-01 |  |\n| 2026-03-01 | x |',
    )
    expect(await omissionsOf('a.xlsx', bytes)).toEqual([{ kind: 'hidden_text', count: 1 }])
  })
})
