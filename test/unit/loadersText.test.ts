import { describe, expect, it } from 'vitest'
import { load, loadOne } from './loadersSetup'

describe('a Markdown file', () => {
  it('takes title and metadata from its front matter', async () => {
    const text =
      '---\ntitle: Refunds\naudience: internal\nRisk tier: sensitive\neffective_from: 2026-03-01\nlang: en\n---\n# Refunds\n\nText.'
    expect(await loadOne('refunds.md', text)).toEqual({
      key: 'refunds.md',
      title: 'Refunds',
      markdown: 'Text.',
      metadata: {
        audience: 'internal',
        riskTier: 'sensitive',
        effectiveFrom: '2026-03-01T00:00:00.000Z',
        locale: 'en',
      },
      line: 1,
    })
  })

  it('takes its title from the first level-one heading, which leaves the body', async () => {
    const { title, markdown } = await loadOne('a.md', 'Intro.\n\n# Gift *cards*\n\n## Fees\n\nNone.')
    expect({ title, markdown }).toEqual({ title: 'Gift cards', markdown: 'Intro.\n\n## Fees\n\nNone.' })
  })

  it('without a title is named after its file, or its folder when the file is an index', async () => {
    expect((await loadOne('shop/gift_cards-2026.md', 'Text.')).title).toBe('Gift cards 2026')
    expect((await loadOne('shop/gift-cards/index.md', 'Text.')).title).toBe('Gift cards')
    expect((await loadOne('README.md', 'Text.')).title).toBe('README')
  })

  it('loses template tags but not what they stand round', async () => {
    const text =
      '---\ntitle: Keys\n---\n{% comment %}secret{% endcomment %}\n{% alert %}\nAsk in {% slack_channel "keys" %} of {{ page.title }}.\n' +
      '{% endalert %}\nSee [travel]({% page "/travel/" %}) or {{ site.help_email }}.\n{% raw %}{{ kept }}{% endraw %}\n{: .note}\n## Fees {#fees}'
    expect((await loadOne('a.md', text)).markdown).toBe(
      'Ask in #keys of Keys. See [travel](/travel/) or [help email]. {{ kept }}\n\n## Fees',
    )
  })

  it('has its raw HTML turned into Markdown, while code and placeholders stay', async () => {
    const text =
      'One<br>two <span class="x">three</span> <!-- four --> <project>\n\n<table>\n<tr><th>A</th><th>B</th></tr>\n\n<tr><td>1</td><td>2</td></tr>\n</table>\n\n`<br>`'
    expect((await loadOne('a.md', text)).markdown).toBe(
      'One  \ntwo three  \\<project>\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n`<br>`',
    )
  })

  it('that only forwards its readers says where to', async () => {
    const text = '---\ntitle: Org chart\nredirect_to: https://charts.example/org\n---\n'
    expect((await loadOne('a.md', text)).markdown).toBe(
      'Org chart: [https://charts.example/org](https://charts.example/org)',
    )
  })

  it('with a misspelt audience is internal rather than shown to a wider one, and told', async () => {
    expect(await loadOne('a.md', '---\ntitle: A\naudience: internl\n---\nText.')).toMatchObject({
      metadata: { audience: 'internal' },
      omissions: [{ kind: 'restriction_not_understood', example: 'audience: internl' }],
    })
  })

  it('with broken front matter is refused', async () => {
    await expect(load('a.md', '---\ntitle: "open\n---\nText.')).rejects.toThrow(
      'front matter at the top of the file is not valid YAML',
    )
  })

  it('never runs front matter as a program', async () => {
    const text = '---js\nglobalThis.ran = true\n---\nText.'
    expect((await loadOne('a.md', text)).markdown).toContain('globalThis.ran')
    expect(globalThis).not.toHaveProperty('ran')
  })
})

describe('any text file', () => {
  it('may have a byte-order mark, and may be UTF-16 with one', async () => {
    expect((await loadOne('a.txt', '\uFEFF# Fées\n\nText.')).title).toBe('Fées')
    const utf16 = Buffer.from('\uFEFF# Fées\r\n\r\nText.', 'utf16le')
    expect(await loadOne('a.txt', utf16)).toMatchObject({ title: 'Fées', markdown: 'Text.' })
    expect((await loadOne('a.md', Buffer.from(utf16).swap16())).title).toBe('Fées')
  })

  it('that is not UTF-8 is refused with the place of the first wrong byte', async () => {
    const bytes = Buffer.concat([Buffer.from('Fées\nline two '), Buffer.of(0xe9), Buffer.from(' more')])
    const sentence = 'The text is not valid UTF-8 at byte 15 (0xE9, line 2). Save the file as UTF-8.'
    for (const key of ['a.md', 'a.txt', 'a.csv', 'a.jsonl', 'a.html'])
      await expect(load(key, bytes)).rejects.toThrow(sentence)
  })

  it('with NUL characters is refused as binary', async () => {
    await expect(load('a.md', 'abc\0def')).rejects.toThrow('The file is binary, not text')
  })
})

describe('a plain text file', () => {
  it('keeps its paragraphs, and neither indentation nor angle brackets become formatting', async () => {
    const { title, markdown } = await loadOne(
      'opening-hours.txt',
      '    We open at <time>.\r\n\r\n\r\n\r\nWe close at six.  \r\n',
    )
    expect(title).toBe('Opening hours')
    expect(markdown).toBe('We open at \\<time>.\n\nWe close at six.')
  })
})

describe('JSON Lines', () => {
  it('make a document of each line, and a bad line fails with its number while the rest go on', async () => {
    const lines = [
      '{"id":"d 1","title":"Fees","text":"None.","audience":"internal","topic":"billing"}',
      '{"title":',
      '',
      '{"title":"No text"}',
      '["a"]',
      '{"title":"Wrong","text":"x","kind":"everything"}',
      '{"question":"Can I pay by card?","answer":"Yes."}',
      '{"title":7,"text":"x"}',
    ]
    const loaded = await load('kb.jsonl', lines.join('\n'))
    expect(loaded.filter((one) => !('error' in one))).toEqual([
      {
        key: 'kb.jsonl#d 1',
        title: 'Fees',
        markdown: 'None.',
        metadata: { audience: 'internal', topic: 'billing' },
        line: 1,
      },
      {
        key: 'kb.jsonl#can-i-pay-by-card',
        title: 'Can I pay by card?',
        markdown: 'Yes.',
        question: 'Can I pay by card?',
        metadata: {},
        line: 7,
      },
    ])
    const errors = loaded.flatMap((one) => ('error' in one ? [one.error] : []))
    expect(errors).toEqual([
      expect.stringMatching(/^Line 2: not valid JSON/),
      'Line 4: The document has no text.',
      'Line 5: not a JSON object with “title” and “text”, or “question” and “answer”.',
      expect.stringMatching(/^Line 6: “kind”: must be one of policy/),
      'Line 8: “title”: must be text',
    ])
  })

  it('with the same id twice keep both apart', async () => {
    const loaded = await load('kb.jsonl', '{"id":1,"title":"A","text":"a"}\n{"id":1,"title":"B","text":"b"}')
    expect(loaded.map((one) => 'key' in one && one.key)).toEqual(['kb.jsonl#1', 'kb.jsonl#1-2'])
  })
})

describe('a CSV file', () => {
  it('with question and answer columns makes FAQs, with their lines', async () => {
    const loaded = await load(
      'faq.csv',
      'Question;Answer;Audience\n"Two\nlines?";Yes.;agent\n;Lost.;\nOpen?;At nine.;\n',
    )
    expect(loaded).toMatchObject([
      {
        key: 'faq.csv#two-lines',
        question: 'Two\nlines?',
        markdown: 'Yes.',
        metadata: { audience: 'agent' },
        line: 2,
      },
      { file: 'faq.csv', error: 'Line 4: The answer has no question.' },
      { key: 'faq.csv#open', question: 'Open?', markdown: 'At nine.', line: 5 },
    ])
  })

  it('with title and body columns makes documents', async () => {
    expect(await load('kb.csv', 'title,body\nFees,None.')).toMatchObject([
      { title: 'Fees', markdown: 'None.' },
    ])
  })

  it('of any other kind is one document with a table', async () => {
    const { title, markdown } = await loadOne('shipping-costs.csv', 'Country,Cost\nIreland,"4 | 5"\nSpain\n')
    expect(title).toBe('Shipping costs')
    expect(markdown).toBe('| Country | Cost |\n| --- | --- |\n| Ireland | 4 \\| 5 |\n| Spain |  |')
  })

  it('without a header row, without rows or with an open quotation mark is refused', async () => {
    await expect(load('a.csv', '12,2026-01-01\n13,2026-01-02')).rejects.toThrow(
      'The table has no header row.',
    )
    await expect(load('a.csv', 'Country,Cost\n')).rejects.toThrow('no rows below it')
    await expect(load('a.csv', 'Country,Cost\nIreland,"4\n')).rejects.toThrow(
      'Line 2: a quotation mark is not closed',
    )
  })
})
