import { beforeAll, describe, expect, it } from 'vitest'
import type { Faq } from '../../payload-types'
import { askAcceptance } from '../../src/commands/acceptance/askAcceptance'
import { readGoverned } from '../../src/commands/governedDocument'
import { publishBackground } from './background'
import { useInstallation } from './installation'

const QUESTION = 'Which shares in weaving mills should I buy?'
const WORDS =
  'We do not advise on shares in weaving mills. Please ask an independent adviser: the Weavers Union names one in each town.'

describe('approved non-answers', () => {
  const vouch = useInstallation()
  let faq: Faq
  const publish = async () => {
    await vouch.act('ann', 'submit', faq, 'faqs')
    await vouch.act('ben', 'approve', faq, 'faqs')
    await vouch.act('ben', 'publish', faq, 'faqs')
    await vouch.work()
  }

  beforeAll(async () => {
    await publishBackground(vouch)
    await vouch.publish({
      title: 'Wren Loom',
      markdown: 'The Wren Loom must be oiled after 40 hours of weaving.',
    })
    faq = await vouch.faq({ question: QUESTION, markdown: WORDS, nonAnswer: true })
    await publish()
  })

  it('are matched like FAQs and refused in the signed words, which are cited; nothing is missing', async () => {
    const refused = await vouch.ask(QUESTION)
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'not_advised' })
    expect(refused.message).toContain('We do not advise on shares in weaving mills.')
    if (refused.outcome !== 'refused') return
    expect(refused.citations!.map(({ document, version }) => [document.id, version])).toEqual([
      [faq.id, 1],
      [faq.id, 1],
    ])
    expect(refused.sentences![0]!.citations).toEqual([1])
    const [row] = await vouch.rows('answers', { id: { equals: refused.receiptId } })
    expect(row).toMatchObject({ reason: 'not_advised', citedDocuments: [faq.id], gap: null })
    expect(await vouch.rows('gaps')).toEqual([])
  })

  it('refusing well is no miss: nobody is passed to a person for asking it again', async () => {
    for (let i = 0; i < 4; i++) {
      const again = await vouch.ask(QUESTION, { request: { conversationId: 'c-shares' } })
      expect(again).toMatchObject({ outcome: 'refused', reason: 'not_advised' })
    }
  })

  it('leave what other texts answer alone', async () => {
    const answered = await vouch.ask('After how many hours of weaving must the Wren Loom be oiled?')
    expect(answered.outcome).toBe('answered')
    expect(answered.message).toContain('40 hours')
  })

  it('hold an acceptance question that must be refused, and one that must be told this text’s words', async () => {
    const results = await askAcceptance(vouch.deps, {
      document: { collection: 'faqs', id: faq.id },
      content: { audience: 'public', locale: 'en-GB' },
      questions: [
        { question: QUESTION, expects: 'refuse', says: null },
        { question: QUESTION, expects: 'answer', says: 'independent adviser' },
      ],
    })
    expect(results.map(({ problem }) => problem)).toEqual([null, null])
  })

  it('are signed as what they are: one that becomes an answer is a new version that somebody must sign', async () => {
    const answer = await vouch.payload.update({
      collection: 'faqs',
      id: faq.id,
      data: { nonAnswer: false },
      ...vouch.as('ann'),
      depth: 0,
    })
    expect(answer).toMatchObject({ version: 2, workflowState: 'draft' })
    expect(
      (await readGoverned({ payload: vouch.payload, collection: 'faqs', id: faq.id })).content.kind,
    ).toBeNull()
    expect(await vouch.ask(QUESTION)).toMatchObject({ outcome: 'refused', reason: 'not_advised' })
    await publish()
    // It is an answer now like any other; what was asked is none of the company's business again.
    expect(await vouch.ask(QUESTION)).toMatchObject({ outcome: 'refused', reason: 'out_of_scope' })
  })
})
