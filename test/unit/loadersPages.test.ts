import { describe, expect, it } from 'vitest'
import { load, loadOne, pdf, wordDocument } from './loadersSetup'

const WORDS = 'A customer may send a kettle back within thirty days and gets the whole price again. '

describe('a web page', () => {
  const page = (body: string, head = '<title>Refunds | Kettle Shop</title>') =>
    `<html lang="en"><head>${head}</head><body>${body}</body></html>`

  it('is read for its main content, without navigation, banners, forms and scripts', async () => {
    const document = await loadOne(
      'refunds.html',
      page(
        '<header>Kettle Shop</header><nav>Home</nav><div class="cookie-banner">We use cookies. <button>OK</button></div>' +
          `<main><h1>Refunds</h1><p>${WORDS}</p><h2>Fees</h2><ul><li>none<li>ever</ul><form>Sign up</form><script>x()</script></main>` +
          '<aside>Offers</aside><footer>Imprint</footer>',
      ),
    )
    expect(document).toEqual({
      key: 'refunds.html',
      title: 'Refunds',
      markdown: `${WORDS.trim()}\n\n## Fees\n\n- none\n- ever`,
      metadata: { locale: 'en' },
      line: 1,
      omissions: [{ kind: 'page_furniture', count: 1 }],
    })
  })

  it('loses menus, paths of links and buttons to share that no tag names', async () => {
    const link = (text: string) => `<a href="/${text}">${text}</a>`
    const body =
      `<div>${['Home', 'Shop', 'Help', 'About us'].map(link).join(' | ')}</div><p>${link('Home')} &gt; ${link('Help')} &gt; Refunds</p>` +
      `<h1>Refunds</h1><p>${WORDS.repeat(6)}</p><div class="social share">Share this on Chirper</div>` +
      `<p>See ${link('fees')}, ${link('times')}, ${link('places')} and ${link('terms')}.</p>`
    expect((await loadOne('a.html', page(body, ''))).markdown).toBe(
      `${WORDS.repeat(6).trim()}\n\nSee [fees](/fees), [times](/times), [places](/places) and [terms](/terms).`,
    )
  })

  it('that is a list of links keeps them', async () => {
    const links = ['Refunds', 'Delivery', 'Terms', 'Privacy'].map(
      (name) => `<li><a href="/${name}">${name}</a></li>`,
    )
    const { markdown } = await loadOne('a.html', page(`<h1>Policies</h1><ul>${links.join('')}</ul>`, ''))
    expect(markdown.match(/^- /gm)).toHaveLength(4)
    const list = `<div><ul>${links.join('')}</ul></div>`
    const below = `<h1>Policies</h1><p>${WORDS.repeat(9)}</p>${list}`
    expect((await loadOne('a.html', page(below, ''))).markdown.match(/^- /gm)).toHaveLength(4)
    const menu = `${list}<h1>Policies</h1><p>${WORDS.repeat(9)}</p>`
    expect((await loadOne('a.html', page(menu, ''))).markdown).not.toContain('Delivery')
  })

  it('about cookies keeps what it says about them', async () => {
    const body = `<div class="cookie-policy"><h1>Cookies</h1><p>We set one cookie. ${WORDS.repeat(3)}</p></div>`
    expect((await loadOne('c.html', page(body, ''))).markdown).toContain('We set one cookie.')
  })

  it('keeps tables of data as tables, merged cells filled, and unwraps tables used for layout', async () => {
    const body =
      '<table><tr><td><h2>Costs</h2><table><tr><td>Zone</td><td>Cost</td></tr><tr><td rowspan=2>EU</td><td><p>4</p><p>or 5</p></td></tr>' +
      '<tr><td>6</td></tr></table></td></tr></table>'
    expect((await loadOne('t.html', page(body))).markdown).toBe(
      '## Costs\n\n| Zone | Cost |\n| --- | --- |\n| EU | 4 or 5 |\n| EU | 6 |',
    )
  })

  it('is decoded by the character set it declares, and as Western text when it declares none', async () => {
    const text = (head: string) => Buffer.from(page('<p>Größe, déjà vu, älter: 5 \x80</p>', head), 'latin1')
    const decoded = 'Größe, déjà vu, älter: 5 €'
    expect((await loadOne('a.html', text('<meta charset="windows-1252">'))).markdown).toBe(decoded)
    expect((await loadOne('a.html', text(''))).markdown).toBe(decoded)
    const kettle = Buffer.from(page('<p>\x83P\x83g\x83\x8b</p>', '<meta charset="shift_jis">'), 'latin1')
    expect((await loadOne('a.html', kettle)).markdown).toBe('ケトル')
    await expect(load('a.html', text('<meta charset="utf-8">'))).rejects.toThrow('not valid UTF-8 at byte')
  })
})

describe('a Word document', () => {
  it('becomes Markdown with its headings, lists and tables', async () => {
    const { title, markdown } = await loadOne('warranty.docx', await wordDocument())
    expect(title).toBe('Warranty')
    expect(markdown).toBe(
      '## How long\n\nKettles are covered for two years.\n\n- the base\n- the lid\n\n| Part | Years |\n| --- | --- |\n| Base | 2 |',
    )
  })

  it('that is damaged is refused', async () => {
    const bytes = (await wordDocument()).slice(0, 2_000)
    await expect(load('a.docx', bytes)).rejects.toThrow('is damaged and cannot be')
  })
})

describe('a PDF', () => {
  it('becomes headings and whole paragraphs, without running headers and page numbers', async () => {
    const bytes = await pdf((page) => {
      for (const [i, part] of ['Returns', 'Fees'].entries()) {
        if (i > 0) page.addPage()
        page.fontSize(9).text('Kettle Shop Handbook', 72, 40, { lineBreak: false })
        page.text(`Page ${i + 1} of 2`, 72, 700, { lineBreak: false })
        if (i === 0) page.fontSize(24).text('Refund policy', 72, 90)
        page.fontSize(16).text(part, 72, 150)
        page.fontSize(11).text(WORDS.repeat(4), 72, 190, { width: 400 })
        page.moveDown().text('• the box').text('• the receipt')
      }
    })
    const { title, markdown } = await loadOne('refunds.pdf', bytes)
    const text = WORDS.repeat(4).trim()
    expect(title).toBe('Refund policy')
    expect(markdown).toBe(
      ['Returns', 'Fees'].map((part) => `## ${part}\n\n${text}\n\n- the box\n- the receipt`).join('\n\n'),
    )
  })

  it('has hyphenated words made whole, but not compounds', async () => {
    const bytes = await pdf((page) =>
      page
        .fontSize(11)
        .text(
          `A long-term customer ${WORDS}\nWe mean every long-\nterm customer, and we under-\nstand them.`,
        ),
    )
    expect((await loadOne('a.pdf', bytes)).markdown).toMatch(
      /every long-term customer, and we understand them\.$/,
    )
  })

  it('with several headings of the first rank is named after its file', async () => {
    const bytes = await pdf((page) => {
      for (const part of ['Introduction', 'Duties'])
        page.fontSize(20).text(part).fontSize(11).text(WORDS.repeat(3)).moveDown()
    })
    const { title, markdown } = await loadOne('security-overview.pdf', bytes)
    expect(title).toBe('Security overview')
    expect(markdown.match(/^# .*/gm)).toEqual(['# Introduction', '# Duties'])
  })

  it('that is damaged, locked or only a picture is refused with the reason, and prints nothing', async () => {
    const printed: string[] = []
    const log = console.log
    console.log = (...words: unknown[]) => void printed.push(words.join(' '))
    try {
      const good = await pdf((page) => page.text(WORDS))
      await expect(load('a.pdf', good.slice(0, 300))).rejects.toThrow('The PDF is damaged and cannot be read')
      const locked = await pdf((page) => page.text(WORDS), { userPassword: 'secret' })
      await expect(load('a.pdf', locked)).rejects.toThrow('The PDF is protected with a password')
      const drawn = await pdf((page) => page.rect(50, 50, 100, 100).fill('red'))
      await expect(load('a.pdf', drawn)).rejects.toThrow('The PDF has no text, only pictures')
    } finally {
      console.log = log
    }
    expect(printed).toEqual([])
  })
})
