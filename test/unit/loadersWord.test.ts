import { describe, expect, it } from 'vitest'
import { fixture, loadOne } from './loadersSetup'
import { wordFile } from './officeFiles'

const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const run = (properties: string, text: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inner: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const item = (text: string, id: number, level = 0) =>
  p(t(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`)
const read = async (body: string, parts: Parameters<typeof wordFile>[1] = {}) =>
  loadOne('a.docx', await wordFile(body, parts))
const markdown = async (body: string, parts: Parameters<typeof wordFile>[1] = {}) =>
  (await read(body, parts)).markdown

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${more}</w:num>`
const STYLES =
  '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="Clause"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Staff"><w:name w:val="Staff only"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'

describe('a Word document leaves out what nobody sees, and says so', () => {
  it.each([
    ['a run', p(t('90 EUR. ') + run('<w:vanish/>', 'Floor 60 EUR.'))],
    ['a run by its style', p(t('90 EUR. ') + run('<w:rStyle w:val="Secret"/>', 'Floor 60 EUR.'))],
    ['a paragraph by its style', p(t('90 EUR.')) + p(t('Floor 60 EUR.'), '<w:pStyle w:val="Staff"/>')],
    [
      'a row',
      `<w:tbl><w:tr><w:tc>${p(t('90 EUR.'))}</w:tc><w:tc>${p(t('x'))}</w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${p(t('Floor 60 EUR.'))}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'an equation in hidden text',
      p(t('90 EUR.')) + p(run('<w:vanish/>', 'Floor 60 EUR.'), '<w:rPr><w:vanish/></w:rPr>'),
    ],
  ])('%s that is hidden', async (_, body) => {
    const { markdown: text, omissions } = await read(body, { styles: STYLES })
    expect(text).toContain('90 EUR.')
    expect(text).not.toContain('60')
    expect(omissions).toEqual([{ kind: 'hidden_text', count: 1, example: 'Floor 60 EUR.' }])
  })

  it('but not what is said not to be hidden', async () => {
    expect(
      await markdown(p(run('<w:vanish w:val="0"/>', 'Seen.'), '<w:pStyle w:val="Staff"/>'), {
        styles: STYLES,
      }),
    ).toBe('Seen.')
  })

  it('deleted and moved passages, comments, headers and footers', async () => {
    const body =
      p(
        `${t('Within 30 days')}<w:del><w:r><w:delText> or never</w:delText></w:r></w:del><w:ins>${t(', always')}</w:ins>.<w:commentRangeStart/>`,
        '<w:rPr><w:del/></w:rPr>',
      ) +
      p(t('.')) +
      p(`<w:moveFrom>${t('Old place')}</w:moveFrom>`) +
      p(`<w:moveTo>${t('New place')}</w:moveTo>`) +
      `<w:tbl><w:tr><w:tc>${p(t('A'))}</w:tc><w:tc>${p(t('B'))}</w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p(t('gone'))}</w:tc></w:tr></w:tbl>`
    const { markdown: text, omissions } = await read(body, {
      others: [
        [
          'comments',
          'comments.xml',
          '<w:comments><w:comment w:id="1"><w:p><w:r><w:t>ask Bo</w:t></w:r></w:p></w:comment></w:comments>',
        ],
        ['footer', 'footer1.xml', '<w:ftr><w:p><w:r><w:t>Confidential</w:t></w:r></w:p></w:ftr>'],
      ],
    })
    expect(text).toBe('Within 30 days, always.\n\nNew place\n\n|  |  |\n| --- | --- |\n| A | B |')
    expect(omissions).toEqual([
      { kind: 'comments', count: 1, example: 'ask Bo' },
      { kind: 'deleted_text', count: 3, example: 'or never' },
      { kind: 'headers_footers', count: 1, example: 'Confidential' },
    ])
  })
})

describe('a Word document says what is seen', () => {
  it('in signs, wrappers, simple fields and equations', async () => {
    const { markdown: text } = await loadOne('a.docx', await fixture('16-docx-fields-equation.docx'))
    expect(text).toBe(
      'Datenschutzerklärung und E-Mail. Included: ✓ yes. Berlin. Sum: a+b=120. Field: 3 March 2026 custom bdo text dir text☒ agreed漢字',
    )
  })

  it('in the results of fields, not their instructions', async () => {
    const char = (type: string, data = '') =>
      `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`
    const field = (instruction: string, result: string) =>
      `${char('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${char('separate')}${result}${char('end')}`
    expect(
      await markdown(
        p(`${t('Pay ')}${field(' MERGEFIELD fee ', t('12 EUR'))}${t(' by ')}${field('DATE', t('1 March'))}.`),
      ),
    ).toBe('Pay 12 EUR by 1 March.'.slice(0, -1))
    expect(await markdown(p(field(' HYPERLINK "https://a.example/x" ', t('here'))))).toBe(
      '[here](https://a.example/x)',
    )
    const nested = `${char('begin')}<w:r><w:instrText>IF </w:instrText></w:r>${field('MERGEFIELD a', t('secret'))}<w:r><w:instrText> = 1</w:instrText></w:r>${char('separate')}${t('yes')}${char('end')}`
    expect(await markdown(p(t('Say ') + nested))).toBe('Say yes')
    expect(await markdown(p(field('TOC \\o', t('Fees 3'))) + p(t('Fees are due.')))).toBe('Fees are due.')
  })

  it('in boxes that are ticked, old and new, and lists that one is chosen from', async () => {
    const box = (checked: string) =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${t('?')}</w:sdtContent></w:sdt>`
    const legacy = (inner: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${inner}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    expect(await markdown(p(`${box('1')}${t(' Mail ')}${box('0')}${t(' Post')}`))).toBe('☒ Mail ☐ Post')
    const old =
      legacy('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
      t(' Mail ') +
      legacy('<w:checkBox><w:default w:val="0"/></w:checkBox>')
    expect(await markdown(p(`${old}${t(' Post')}`))).toBe('☒ Mail ☐ Post')
    const choice = legacy(
      '<w:ddList><w:result w:val="1"/><w:listEntry w:val="14 days"/><w:listEntry w:val="30 days"/></w:ddList>',
    )
    expect(await markdown(p(t('Within ') + choice))).toBe('Within 30 days')
  })

  it('in equations, on one line', async () => {
    const r = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
    const e = (name: string, inner: string) => `<m:${name}>${inner}</m:${name}>`
    const fraction = e('f', e('num', r('a') + r('+b')) + e('den', r('2')))
    const root = e('rad', e('deg', '') + e('e', e('sSup', e('e', r('b')) + e('sup', r('2'))) + r('−4ac')))
    const sum = e(
      'nary',
      '<m:naryPr><m:chr m:val="∑"/></m:naryPr>' +
        e('sub', r('i=1')) +
        e('sup', r('n')) +
        e('e', e('sSub', e('e', r('x')) + e('sub', r('1')))),
    )
    const brackets = e('d', '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>' + e('e', r('x')))
    expect(await markdown(p(e('oMath', r('x=') + fraction)))).toBe('x=(a+b)/2')
    expect(await markdown(p(e('oMathPara', e('oMath', root))))).toBe('√(b²−4ac)')
    expect(await markdown(p(e('oMath', sum)))).toBe('∑(from i=1 to n) x₁')
    expect(await markdown(p(e('oMath', brackets)))).toBe('\\[x\\]')
  })

  it('in what is raised, lowered or struck through', async () => {
    const sup = (text: string) => run('<w:vertAlign w:val="superscript"/>', text)
    expect(
      await markdown(
        p(
          `${t('Only $19')}${sup('99')}${t(' within 14')}${sup('1')}${t(' days, 40 m')}${sup('2')}${t(', H')}${run('<w:vertAlign w:val="subscript"/>', '2')}${t('O')}`,
        ),
      ),
    ).toBe('Only $19.99 within 14⁽¹⁾ days, 40 m², H₂O')
    expect(await markdown(p(`${run('<w:strike/>', '20 EUR')}${t(' 15 EUR')}`))).toBe('~~20 EUR~~ 15 EUR')
  })

  it('in the words of notes, text boxes, charts and diagrams', async () => {
    const drawing = (inner: string) =>
      `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    const body =
      p(`${t('Two years')}<w:r><w:footnoteReference w:id="7"/></w:r>${t('.')}`) +
      p(drawing(`<wps:txbx><w:txbxContent>${p(t('In a box.'))}</w:txbxContent></wps:txbx>`)) +
      p(drawing('<c:chart r:id="x0"/>')) +
      p(drawing('<dgm:relIds r:dm="x1"/>'))
    const chart =
      '<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Waiting</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>Mail</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>36</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>'
    const diagram =
      '<dgm:dataModel><dgm:ptLst><dgm:pt modelId="0" type="doc"/><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Return</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="0" destId="1" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>'
    const notes = `<w:footnotes><w:footnote w:id="7">${p(t('From delivery.'))}</w:footnote></w:footnotes>`
    expect(
      await markdown(body, {
        others: [
          ['chart', 'charts/chart1.xml', chart],
          ['diagramData', 'diagrams/data1.xml', diagram],
          ['footnotes', 'footnotes.xml', notes],
        ],
      }),
    ).toBe(
      'Two years \\[1\\].\n\nIn a box.\n\nWaiting\n\n|  |  |\n| --- | --- |\n| Mail | 36 |\n\n- Return\n\n\\[1\\] From delivery.',
    )
  })

  it('whatever prefix its elements have', async () => {
    expect(
      await markdown(p(t('Prices'), '<w:pStyle w:val="H1"/>') + p(t('Free.')), {
        styles: STYLES,
        prefix: 'ns0',
      }),
    ).toBe('Free.')
  })
})

describe('numbers of a Word document', () => {
  const numbering =
    list(1, level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2'), level(2, 'lowerLetter', '%3)')) +
    list(2, level(0, 'lowerLetter', '%1)'), level(1, 'lowerRoman', '(%2)')) +
    list(3, level(0, 'bullet', '•')) +
    list(4, level(0, 'upperRoman', 'Article %1'), level(1, 'decimalZero', '%1.%2', '<w:isLgl/>')) +
    num(1) +
    num(2) +
    num(3) +
    num(4) +
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'

  it('stand before their items, and go on after what interrupts them', async () => {
    const body =
      item('Pack it.', 1) +
      item('In paper.', 3) +
      p(t('Then wait.')) +
      item('Send it.', 1) +
      item('By mail.', 1, 2) +
      item('Again.', 5)
    expect(await markdown(body, { numbering })).toBe(
      '1. Pack it.\n\n- In paper.\n\nThen wait.\n\n2. Send it.\n   - a) By mail.\n\n- 7\\. Again.',
    )
  })

  it('are letters, Roman figures or words where the list says so', async () => {
    expect(
      await markdown(item('one', 2) + item('two', 2) + item('deep', 2, 1) + item('three', 2), { numbering }),
    ).toBe('- a) one\n- b) two\n  - (i) deep\n- c) three')
    expect(await markdown(item('Scope', 4) + item('Fees', 4) + item('late', 4, 1), { numbering })).toBe(
      '- Article I Scope\n- Article II Fees\n  - 2.1 late',
    )
  })

  it('stand before headings, also by their style', async () => {
    const heading = (text: string) =>
      p(t(text), '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    const body =
      p(t('Terms'), '<w:pStyle w:val="Title"/>') +
      heading('Scope') +
      heading('Fees') +
      p(t('Late fees'), '<w:pStyle w:val="H2"/>') +
      p(t('None.'))
    const { title, markdown: text } = await read(body, { numbering, styles: STYLES })
    expect(title).toBe('Terms')
    expect(text).toBe('# 1\\. Scope\n\n# 2\\. Fees\n\n## 2.1 Late fees\n\nNone.')
  })
})

describe('a table of a Word document', () => {
  it('keeps its rows with lists in its cells, and repeats what is merged', async () => {
    expect((await loadOne('a.docx', await fixture('17-docx-list-in-cell.docx'))).markdown).toBe(
      '| Plan | Cancel within | Included |\n| --- | --- | --- |\n| Basic | 14 days | Mail; Chat |\n| Pro | 30 days | Mail; Phone |',
    )
    expect((await loadOne('a.docx', await fixture('18-docx-merged-columns.docx'))).markdown).toBe(
      '| Zone | Up to 5 kg | Up to 20 kg |\n| --- | --- | --- |\n| Europe | 5 EUR | 5 EUR |\n| Europe | 6 EUR | 9 EUR |',
    )
  })

  it('has names in several rows, inside wrappers, and cells that begin later', async () => {
    const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(t(text))}</w:tc>`
    const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('Zone', '<w:vMerge w:val="restart"/>')}${tc('Weight', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr><w:trPr><w:tblHeader/></w:trPr>${tc('', '<w:vMerge/>')}${tc('5 kg')}${tc('20 kg')}</w:tr><w:sdt><w:sdtContent><w:tr>${tc('EU')}${tc('4')}${tc('5')}</w:tr></w:sdtContent></w:sdt><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('6')}${tc('7')}</w:tr></w:tbl>`
    expect(await markdown(body)).toBe(
      '| Zone | Weight – 5 kg | Weight – 20 kg |\n| --- | --- | --- |\n| EU | 4 | 5 |\n|  | 6 | 7 |',
    )
  })
})
