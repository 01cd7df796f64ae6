import { describe, expect, it } from 'vitest'
import { load, loadOne } from './loadersSetup'

const ANSWER = 'You may pay by card, by bank transfer or in cash in any of our shops.'
const asked = ['How may I pay?', 'When do you deliver?', 'Can I send it back?']
const faq = asked.map((question) => `## ${question}\n\n${ANSWER}\n`).join('\n')
const page = (body: string, head = '') =>
  `<html><head><title>Help</title>${head}</head><body><main>${body}</main></body></html>`

describe('a page of questions', () => {
  it('in Markdown becomes an FAQ for each heading, with the metadata of the page', async () => {
    const loaded = await load(
      'help/faq.md',
      `---\naudience: partner\n---\n# FAQ\n\nThe usual questions.\n\n${faq}`,
    )
    expect(loaded).toHaveLength(3)
    expect(loaded[0]).toEqual({
      key: 'help/faq.md#how-may-i-pay',
      title: 'How may I pay?',
      question: 'How may I pay?',
      markdown: ANSWER,
      metadata: { audience: 'partner' },
      line: 1,
    })
  })

  it('keeps what else it says as a document of its own', async () => {
    const other = `## Who we are\n\n${'We have sold kettles since 1890. '.repeat(8).trim()}`
    const loaded = await load(
      'a.md',
      `# Frequently asked questions\n\n${faq.replaceAll(ANSWER, `${ANSWER} ${ANSWER}`)}\n${faq.replaceAll('?', ' now?')}\n${other}`,
    )
    expect(loaded).toMatchObject([
      { key: 'a.md', markdown: other },
      ...Array.from({ length: 6 }, () => ({ markdown: expect.stringContaining(ANSWER) })),
    ])
    expect(loaded[0]).not.toHaveProperty('question')
  })

  it('in HTML is found by what it folds away, what it lists and what it declares', async () => {
    const folded = asked.map((q) => `<details><summary>${q}</summary><p>${ANSWER}</p></details>`).join('')
    const listed = `<dl>${asked.map((q) => `<dt>${q}</dt><dd>${ANSWER}</dd>`).join('')}</dl>`
    const headed = asked.map((q) => `<h3>${q}</h3><p>${ANSWER}</p>`).join('')
    const declared = '<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[]}</script>'
    for (const html of [page(folded), page(`<h2>Paying</h2>${listed}`), page(headed, declared)])
      expect(await load('a.html', html)).toMatchObject(
        asked.map((question) => ({ question, title: question, markdown: ANSWER })),
      )
  })
})

describe('a page that is no list of questions stays whole', () => {
  it.each([
    ['a policy with question headings that nobody calls an FAQ', '# Refunds', faq],
    ['an FAQ of two questions', '# FAQ', faq.slice(0, faq.lastIndexOf('##'))],
    ['an FAQ in name with headings that ask nothing', '# FAQ', faq.replaceAll('?', '')],
    ['an FAQ in name with mostly other text', '# FAQ', `${faq}\n## Terms\n\n${ANSWER.repeat(20)}`],
    ['a list of questions without answers', '# FAQ', asked.map((question) => `## ${question}`).join('\n\n')],
  ])('%s', async (_, title, body) => {
    const { question, markdown } = await loadOne('a.md', `${title}\n\n${body}`)
    expect(question).toBeUndefined()
    expect(markdown).toContain('## ')
  })

  it('a page that folds away details which are no questions', async () => {
    const html = page(
      ['Sizes', 'Colours', 'Care']
        .map((name) => `<details><summary>${name}</summary><p>${ANSWER}</p></details>`)
        .join(''),
    )
    expect((await loadOne('a.html', html)).markdown).toContain('Colours')
  })
})
