import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../ingestion/types'
import { load, loadOne, loadWithNotices } from './loadersSetup'

const fixture = (name: string) => readFileSync(`test/fixtures/ingestion/${name}`)
const page = (body: string, head = '') =>
  `<html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`
const markdownOf = async (key: string, content: string | Uint8Array) => (await loadOne(key, content)).markdown
const questionsOf = async (key: string, content: string | Uint8Array) =>
  ((await load(key, content)) as SourceDocument[]).map(({ question, markdown }) => [question, markdown])

describe('front matter', () => {
  it.each([
    ['YAML', '---\ntitle: T\naudience: internal\n---\n\nText.'],
    ['YAML ended by dots', '---\ntitle: T\naudience: internal\n...\nText.'],
    ['TOML', '+++\ntitle = "T"\naudience = "internal"\n+++\n\nText.'],
    ['JSON', '{\n  "title": "T",\n  "audience": "internal"\n}\n\nText.'],
    ['JSON by name', '---json\n{ "title": "T", "audience": "internal" }\n---\nText.'],
    ['a blank line before it', '\n\n---\ntitle: T\naudience: internal\n---\nText.'],
    ['a byte-order mark before it', '\uFEFF---\ntitle: T\naudience: internal\n---\nText.'],
    ['blanks behind its marks', '---  \ntitle: T\naudience: internal\n---  \nText.'],
  ])('in %s is read', async (_, text) => {
    expect(await loadOne('a.md', text)).toMatchObject({
      title: 'T',
      markdown: 'Text.',
      metadata: { audience: 'internal' },
    })
  })

  it('makes a text internal where nobody here reads it, and is text where it is none', async () => {
    expect(await loadOne('a.md', '---js\nmodule.exports = {}\n---\nText.')).toMatchObject({
      metadata: { audience: 'internal' },
      omissions: [{ kind: 'restriction_not_understood' }],
    })
    expect(await markdownOf('a.md', '---\n\nJust a rule above.\n\n---\n\nAnd below.')).toContain(
      'Just a rule above.',
    )
  })

  it('keeps the day of its dates, in every way to write them', async () => {
    const dayOf = async (date: string, more = '') =>
      (await loadOne('a.md', `---\ntitle: T\neffective_from: ${date}\n${more}---\nText.`)).metadata
        .effectiveFrom
    for (const date of [
      '2026-02-01',
      '01.02.2026',
      '1.2.2026',
      '1 February 2026',
      '"February 1, 2026"',
      '1. Februar 2026',
      '2026/02/01',
    ])
      expect(await dayOf(date), date).toBe('2026-02-01T00:00:00.000Z')
    expect(await dayOf('01/02/2026', 'lang: en-GB\n')).toBe('2026-02-01T00:00:00.000Z')
    expect(await dayOf('02/01/2026', 'lang: en-US\n')).toBe('2026-02-01T00:00:00.000Z')
    await expect(dayOf('01/02/2026')).rejects.toThrow(/could be two days/)
    await expect(dayOf('46054')).rejects.toThrow(/must be a date/)
    await expect(dayOf('31.02.2026')).rejects.toThrow(/must be a date/)
    const toml = await loadOne('a.md', '+++\neffective_from = 2026-02-01\n+++\nText.')
    expect(toml.metadata.effectiveFrom).toBe('2026-02-01T00:00:00.000Z')
  })
})

describe('a restriction of the source', () => {
  const audienceOf = async (fields: string) => {
    const [document] = await load('a.md', `---\ntitle: T\n${fields}\n---\nText.`)
    return document && 'metadata' in document ? (document.metadata.audience ?? 'as the source') : 'failed'
  }

  it.each([
    'draft: true',
    'published: false',
    'status: draft',
    'state: unpublished',
    'draft: "yes"',
    'is_draft: true',
  ])('%s is not imported, and told', async (field) => {
    expect(await loadWithNotices('a.md', `---\ntitle: T\n${field}\n---\nText.`)).toEqual([
      { file: 'a.md', omissions: [{ kind: 'drafts', count: 1, example: 'a.md' }] },
    ])
  })

  it.each([
    ['visibility: internal', 'internal'],
    ['visibility: Staff only', 'internal'],
    ['access: agents', 'agent'],
    ['internal: true', 'internal'],
    ['private: yes', 'internal'],
    ['public: false', 'internal'],
    ['audience: [partners, agents]', 'partner'],
    ['restricted_to: customers', 'customer'],
    ['allowed_groups: [sales]', 'internal'],
    ['visibility: tier-2', 'internal'],
    ['audience: publik', 'internal'],
    ['access: { groups: [a] }', 'internal'],
    ['visibility: public', 'as the source'],
    ['internal: false', 'as the source'],
    ['draft: false', 'as the source'],
    ['audience: public', 'public'],
    ['audience: public\nvisibility: internal', 'internal'],
  ])('%s: %s', async (fields, audience) => expect(await audienceOf(fields)).toBe(audience))

  it('that is not understood is told', async () => {
    expect(await loadOne('a.md', '---\nvisibility: tier-2\n---\nText.')).toMatchObject({
      metadata: { audience: 'internal' },
      omissions: [{ kind: 'restriction_not_understood', count: 1, example: 'visibility: tier-2' }],
    })
    expect(await load('06.md', fixture('06-toml-front-matter-internal-draft.md'))).toEqual([])
  })
})

describe('raised figures', () => {
  it('never lengthen a number, in HTML and in Markdown', async () => {
    expect(await markdownOf('a.html', fixture('03-superscript.html'))).toBe(
      'A lost customer card is replaced for $19.99 within 14⁽¹⁾ days.\n\n⁽¹⁾ Working days.',
    )
    const said = 'For $19.99 within 14⁽¹⁾ days on 40 m² with H₂O.\n\n⁽¹⁾ Working days.'
    const marked =
      'For $19<sup>99</sup> within 14<sup>1</sup> days on 40 m<sup>2</sup> with H<sub>2</sub>O.\n\n<sup>1</sup> Working days.'
    expect(await markdownOf('a.md', marked)).toBe(said)
    expect(await markdownOf('a.md', 'For $19⁹⁹ within 14¹ days on 40 m² with H₂O.\n\n¹ Working days.')).toBe(
      said,
    )
    expect(
      await markdownOf('a.md', 'For $19.99 within 14[^1] days on 40 m² with H₂O.\n\n[^1]: Working days.'),
    ).toBe(said)
    expect(
      await markdownOf('a.html', page('<p><b>$</b><span>19</span><span class="cents">99</span> a month</p>')),
    ).toContain('19.99 a month')
    expect(await markdownOf('a.html', page('<p>14<sup><a href="#fn2">2</a></sup> m<sup>2</sup></p>'))).toBe(
      '14⁽²⁾ m²',
    )
    expect(
      await markdownOf(
        'a.html',
        page(
          '<table><tr><th>Plan</th><th>Price</th></tr><tr><td>S</td><td>$19<sup>99</sup></td></tr></table>',
        ),
      ),
    ).toContain('$19.99')
  })
})

describe('raised signs', () => {
  it('are read in every format', async () => {
    expect(await markdownOf('a.txt', 'Returned within 14¹ days for $19⁹⁹.')).toBe(
      'Returned within 14⁽¹⁾ days for $19.99.',
    )
    const [row] = (await load(
      'a.csv',
      'question,answer\nHow long?,14¹ days.\nHow big?,40 m².',
    )) as SourceDocument[]
    expect(row?.markdown).toBe('14⁽¹⁾ days.')
  })
})

describe('what is folded', () => {
  const ASKED = [
    ['How long do refunds take?', 'Refunds reach your bank within five working days.'],
    ['Can I change my delivery address?', 'Yes, until the parcel has left our warehouse.'],
    ['Do you ship to Norway?', 'We ship to Norway twice a week.'],
  ] as const

  it('is text: the questions of accordions, whatever they are made of', async () => {
    expect(await questionsOf('a.html', fixture('04-accordion-buttons.html'))).toEqual(ASKED)
    const panel = (make: (q: string, a: string, i: number) => string) =>
      page(`<h1>FAQ</h1>${ASKED.map(([q, a], i) => make(q, a, i)).join('')}`)
    const kinds = [
      panel(
        (q, a, i) =>
          `<h3><button aria-expanded="false" aria-controls="p${i}x">${q}</button></h3><div id="p${i}x" hidden><p>${a}</p></div>`,
      ),
      panel(
        (q, a, i) =>
          `<button class="accordion" data-target="#p${i}x">${q}</button><div id="p${i}x" style="display:none"><p>${a}</p></div>`,
      ),
      panel(
        (q, a, i) =>
          `<h3><a href="#p${i}x" data-toggle="collapse">${q}</a></h3><div id="p${i}x" aria-hidden="true"><p>${a}</p></div>`,
      ),
      panel((q, a) => `<details><summary>${q}</summary><p>${a}</p></details>`),
      panel(
        (q, a) =>
          `<div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question"><span itemprop="name">${q}</span><div itemprop="acceptedAnswer" itemtype="https://schema.org/Answer" hidden><div itemprop="text">${a}</div></div></div>`,
      ),
    ]
    for (const html of kinds) expect(await questionsOf('a.html', html), html).toEqual(ASKED)
  })

  it('is found where a page gives it to search engines alone', async () => {
    const [first, second] = await questionsOf('a.html', fixture('04c-jsonld-only.html'))
    expect([first, second]).toEqual([
      ['How long do refunds take?', 'Five working days.'],
      ['Do you ship to Norway?', 'Twice a week.'],
    ])
    const data = (q: string, a: string) => ({
      '@type': 'Question',
      name: q,
      acceptedAnswer: { '@type': 'Answer', text: a },
    })
    const graph = {
      '@graph': [
        {
          '@type': ['WebPage', 'FAQPage'],
          mainEntity: [data('Is it new?', 'Yes, &amp; <b>good</b>.'), data('Shown?', 'This is shown.')],
        },
      ],
    }
    const html = page(
      '<h1>Help</h1><p>This is shown. And more.</p>',
      `<script type="application/ld+json">${JSON.stringify(graph)}</script>`,
    )
    expect(await questionsOf('a.html', html)).toEqual([
      [undefined, 'This is shown. And more.'],
      ['Is it new?', 'Yes, & **good**.'],
    ])
  })

  it('shows both prices behind a switch, all tabs, and more text in a template that a button names', async () => {
    const html = page(
      '<h1>Plans</h1><button data-plan="yearly">Yearly</button><p data-plan="monthly">9 EUR a month</p><p data-plan="yearly" style="display:none">90 EUR a year</p>' +
        '<div role="tablist"><a role="tab" href="#spec">Details</a></div><div id="spec" role="tabpanel" hidden>Weighs 2 kg.</div>' +
        '<button data-template="rest">Load more</button><template id="rest"><p>More rules.</p></template>',
    )
    const markdown = await markdownOf('a.html', html)
    for (const text of ['9 EUR a month', '90 EUR a year', 'Weighs 2 kg.', 'More rules.'])
      expect(markdown).toContain(text)
  })

  it('is not what is really hidden: no control names it, or it is a menu or a dialog', async () => {
    const html = page(
      '<h1>Returns</h1><p>Thirty days.</p><p style="display:none">Code STAFF40</p><p hidden>Old rule</p><template><p>{{row}}</p></template>' +
        '<button aria-controls="main-menu">Menu</button><div id="main-menu" class="menu" hidden><a href="/a">Shop</a></div><noscript>Turn on JavaScript.</noscript><p class="d-none">Draft note</p>',
    )
    const document = await loadOne('a.html', html)
    expect(document.markdown).toBe('Thirty days.')
    expect(document.omissions).toContainEqual({ kind: 'hidden_text', count: 4, example: 'Code STAFF40' })
  })

  it('in Markdown keeps its summary and its Markdown', async () => {
    expect(await markdownOf('a.md', fixture('21-alert-details.md'))).toBe(
      '**Warning:**\n\nNever share the code.\n\n> **Important:** Refunds need a receipt.\n\n**Do you ship abroad?**\n\nYes, **twice** a week.',
    )
  })
})

describe('links', () => {
  const at = async (html: string, base?: string) => {
    const { loadHtml } = await import('../../ingestion/loaders/html')
    const { collect } = await import('./loadersSetup')
    const bytes = new TextEncoder().encode(html)
    const [document] = await collect(
      loadHtml({ path: 'a.html', key: 'a.html', bytes, base }, new AbortController().signal),
    )
    return (document as SourceDocument).markdown
  }

  it('are made whole once, with query, fragment and what is encoded', async () => {
    const links =
      '<h1>T</h1><p>See <a href="../b%20c.html?p=2#top">b</a>, <a href="?p=2">c</a>, <a href="/d(e)">d</a> and <a href="mailto:a@x.example">e</a>.</p>'
    expect(await at(page(links), 'https://x.example/help/a/')).toBe(
      'See [b](https://x.example/help/b%20c.html?p=2#top), [c](https://x.example/help/a/?p=2), [d](https://x.example/d%28e%29) and [e](mailto:a@x.example).',
    )
    expect(
      await at(
        page('<h1>T</h1><p>See <a href="c">c</a>.</p>', '<base href="/docs/">'),
        'https://x.example/help/',
      ),
    ).toBe('See [c](https://x.example/docs/c).')
    expect(await at(page('<h1>T</h1><p>See <a href="c.html#f">c</a>.</p>'))).toBe('See [c](c.html#f).')
  })
})

describe('template tags', () => {
  it('go where a site generator reads them, and are words elsewhere', async () => {
    expect(await markdownOf('a.md', fixture('20-hugo-shortcodes.md'))).toBe(
      '**Warning:**\n\nDo not send cash.\n\n### Step 1\n\nOpen.\n\nSee refund.md and [days] days.',
    )
    expect(
      await markdownOf('a.html', page('<h1>M</h1><p>Begin with Hello {{ticket.requester.first_name}}.</p>')),
    ).toBe('Begin with Hello {{ticket.requester.first\\_name}}.')
    expect(await markdownOf('a.md', '# M\n\nBegin with {{ticket.requester}} and {% raw %}.')).toBe(
      'Begin with {{ticket.requester}} and {% raw %}.',
    )
    expect(
      await markdownOf(
        'a.md',
        '---\ndays: 14\n---\n\nWithin {{ page.days }} days. {% if x %}Yes.{% endif %}',
      ),
    ).toBe('Within 14 days. Yes.')
  })
})

describe('what is left out', () => {
  it('is told with the document', async () => {
    const text =
      '# T\n\nText <!-- ask legal --> here. ![](a.png) ![A kettle](b.png)\n\n<!-- another -->\n\n<iframe src="x"></iframe>\n'
    expect((await loadOne('a.md', text)).omissions).toEqual([
      { kind: 'comments', count: 2, example: 'ask legal' },
      { kind: 'images', count: 1, example: 'A kettle' },
      { kind: 'images_without_alt', count: 1, example: 'a.png' },
    ])
  })
})
