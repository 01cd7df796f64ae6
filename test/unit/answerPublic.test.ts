import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDocument } from 'zod-openapi'
import { messagesFor } from '../../src/answer/messages'
import { toPublic, type PublicInput } from '../../src/answer/public'
import { AnswerRequestSchema, AnswerResponseSchema } from '../../src/answer/schema'
import type { Decision, NextSettings, SensitiveTopic } from '../../src/answer/types'
import { ESCALATION_REASONS, REFUSAL_REASONS, type RefusalReason } from '../../src/vocabulary'

const shown = (decision: Decision, more: Partial<PublicInput> = {}) =>
  toPublic({ decision, question: 'Why?', receiptId: 'r-1', locale: 'en', degraded: [], ...more })
const refused = (reason: RefusalReason, confidence: number | null = null): Decision => ({
  outcome: 'refused',
  reason,
  confidence,
})

const KNOWLEDGE = [
  'no_coverage',
  'insufficient',
  'expired',
  'not_visible',
  'unsupported',
  'injection',
] as const

describe('what a caller sees', () => {
  it('tells of a generated answer which model and how many tokens, and nothing that was not given; of a refusal neither', () => {
    const generation = {
      model: 'host/writer',
      entailment: null,
      prompts: ['answer-2'],
      usage: { promptTokens: 900, completionTokens: 80 },
      dropped: [{ text: 'Secret.', fault: 'words' as const }],
      missing: 'the price',
      failure: 'down at host',
      quotedBecause: 'failed' as const,
    }
    const decision: Decision = {
      outcome: 'answered',
      mode: 'quoted',
      sentences: [{ text: 'Yes.', citations: [1] }],
      citations: [],
      confidence: 0.9,
    }
    expect(shown(decision, { generation })).toMatchObject({
      generation: {
        model: 'host/writer',
        entailment: null,
        prompts: ['answer-2'],
        usage: { promptTokens: 900, completionTokens: 80 },
        quotedBecause: 'failed',
      },
    })
    expect(JSON.stringify(shown(decision, { generation }))).not.toMatch(/Secret|the price|down at/)
    expect(shown(refused('insufficient'), { generation })).not.toHaveProperty('generation')
  })

  it('tells what a bot may not see from what does not exist in no way at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWLEDGE),
        fc.constantFrom(...KNOWLEDGE),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.constantFrom('en', 'de', 'fr', 'es', 'it'),
        fc.string(),
        (one, other, confidence, locale, question) => {
          expect(JSON.stringify(shown(refused(one, confidence), { locale, question }))).toBe(
            JSON.stringify(shown(refused(other), { locale, question })),
          )
        },
      ),
    )
  })

  it('gives every refusal the same keys', () => {
    const keys = REFUSAL_REASONS.map((reason) => Object.keys(shown(refused(reason))).join())
    expect(new Set(keys).size).toBe(1)
  })

  it.each(['en', 'de', 'fr', 'es'])(
    'says in %s what can be done next, and never how texts are kept',
    (locale) => {
      for (const reason of REFUSAL_REASONS) {
        const answer = shown(refused(reason), { locale, question: 'Do you deliver to the moon?' })
        if (answer.outcome !== 'refused') throw new Error('It is a refusal.')
        expect(answer.next).toMatchObject({ kind: 'person' })
        expect(answer.message.endsWith('text' in answer.next ? answer.next.text : '?')).toBe(true)
      }
      const everything = JSON.stringify(messagesFor(locale), (_, value: unknown) =>
        typeof value === 'function' ? String(value) : value,
      )
      expect(everything).not.toMatch(/approv|freigegeb|approuv|aprob/i)
    },
  )

  it('offers what is set for the bot, in its own words where they are in the customer’s language', () => {
    const bot = (next: Partial<NextSettings>) => ({
      locales: ['en-GB', 'de'],
      next: { kind: 'person' as const, url: null, phone: null, hours: null, words: null, ...next },
    })
    const offered = (next: Partial<NextSettings>, locale = 'en-GB') => {
      const answer = shown(refused('no_coverage'), { locale, bot: bot(next) })
      expect(AnswerResponseSchema.parse(answer)).toEqual(answer)
      return { message: answer.message, next: answer.outcome === 'refused' ? answer.next : null }
    }
    const url = 'https://shop.example/help'
    for (const kind of ['link', 'form'] as const) {
      const { message, next } = offered({ kind, url })
      expect(next).toMatchObject({ kind, url })
      expect(message).toContain(url)
    }
    const called = offered({ kind: 'phone', phone: '0800 11', hours: 'weekdays, 9 to 5' })
    expect(called.next).toMatchObject({ kind: 'hours', phone: '0800 11', hours: 'weekdays, 9 to 5' })
    expect(called.message).toContain('0800 11 (weekdays, 9 to 5)')
    const words = 'Ask Nora at the desk.'
    expect(offered({ kind: 'person', words }).message).toContain(words)
    expect(offered({ kind: 'person', words }, 'de').message).not.toContain(words)
    expect(offered({ kind: 'link' }).next).toMatchObject({ kind: 'person' })
  })

  it('tells somebody in danger whom to call in their country, and nobody a number that may be wrong', () => {
    const handover = { id: 'h', queue: null, urgency: 'high' as const }
    const said = (about: SensitiveTopic, locale: string) =>
      shown(
        {
          outcome: 'escalated',
          reason: 'sensitive_topic',
          evidence: '',
          urgency: 'high',
          confidence: null,
          about,
        },
        { locale, handover },
      ).message
    expect(said('self_harm', 'en-GB')).toMatch(/999.*116 123/)
    expect(said('self_harm', 'en-US')).toMatch(/911.*988/)
    expect(said('self_harm', 'en')).not.toMatch(/\d/)
    expect(said('self_harm', 'es-MX')).not.toMatch(/\d/)
    expect(said('safety', 'de-DE')).toContain('112')
    expect(said('bereavement', 'en-GB')).toContain('sorry for your loss')
    expect(said('medical', 'en-US')).toMatch(/911.*1-800-222-1222/)
    expect(said('medical', 'en')).not.toMatch(/\d/)
    expect(said('domestic_abuse', 'en-GB')).toMatch(/999.*0808 2000 247/)
    expect(said('domestic_abuse', 'es-ES')).toMatch(/112.*016/)
    expect(said('threat', 'fr-FR')).toContain('112')
    for (const about of ['medical', 'domestic_abuse', 'threat', 'fraud'] as const)
      for (const locale of ['en-GB', 'de-DE', 'fr-FR', 'es-ES'])
        expect(said(about, locale)).not.toBe(said('safety', locale))
  })

  it('greets back, and names no gap, when someone says hello', () => {
    expect(shown(refused('out_of_scope'), { question: 'hello' })).toMatchObject({
      reason: 'out_of_scope',
      message: messagesFor('en').out_of_scope.greeting,
    })
  })

  it('numbers each sentence of the message by its citations', () => {
    const citation = {
      number: 1,
      document: { id: 'd', collection: 'policies' as const, title: 'Returns' },
      version: 4,
      releaseId: 'r',
      chunkId: 'c',
      headingPath: [],
      quote: 'You have 30 days.',
      start: 0,
      end: 17,
      contentHash: 'sha256:0',
      validFrom: '2026-09-01T00:00:00Z',
    }
    const answer = shown({
      outcome: 'answered',
      mode: 'quoted',
      sentences: [{ text: 'You have 30 days.', citations: [1] }],
      citations: [citation],
      confidence: 0.9,
    })
    expect(answer.message).toBe('You have 30 days. [1]')
    expect(AnswerResponseSchema.parse(answer)).toEqual(answer)
  })

  it.each(ESCALATION_REASONS)('says who takes over for %s, in four languages', (reason) => {
    for (const locale of ['en', 'de', 'fr', 'es']) {
      const handover = { id: 'h', queue: 'billing', urgency: 'normal' as const }
      const decision: Decision = {
        outcome: 'escalated',
        reason,
        evidence: 'secret',
        urgency: 'normal',
        confidence: 0.4,
      }
      const answer = shown(decision, { locale, handover })
      expect(AnswerResponseSchema.parse(answer)).toEqual(answer)
      expect(answer).toMatchObject({ reason, handover })
      expect(JSON.stringify(answer)).not.toContain('secret')
      expect(answer.message.length).toBeGreaterThan(20)
    }
  })

  it('does not promise a colleague without a stored hand-over', () => {
    const decision: Decision = {
      outcome: 'escalated',
      reason: 'complaint',
      evidence: '',
      urgency: 'normal',
      confidence: null,
    }
    expect(() => shown(decision)).toThrow(/no hand-over/)
  })
})

describe('the request', () => {
  const pointers = (body: unknown) => {
    const parsed = AnswerRequestSchema.safeParse(body)
    return parsed.success ? null : parsed.error.issues.map(({ path, code }) => `${code} /${path.join('/')}`)
  }

  it('needs only a question', () => {
    expect(AnswerRequestSchema.parse({ question: 'Why?' })).toEqual({
      question: 'Why?',
      messages: [],
      explain: false,
      metadata: {},
    })
  })

  it.each([
    ['no question', {}],
    ['a blank question', { question: '  ' }],
    ['a question of 100,000 characters', { question: 'a'.repeat(100_000) }],
    ['an unknown field', { question: 'Why?', temperature: 1 }],
    [
      'an unknown field of a message',
      { question: 'Why?', messages: [{ role: 'user', content: 'a', name: 'b' }] },
    ],
    [
      '51 messages',
      { question: 'Why?', messages: Array.from({ length: 51 }, () => ({ role: 'user', content: 'a' })) },
    ],
    ['a locale that is none', { question: 'Why?', locale: 'english please' }],
    ['an instant that is none', { question: 'Why?', asOf: 'yesterday' }],
  ])('is refused with %s', (_, body) => {
    expect(pointers(body)).not.toBeNull()
  })

  it('says where an unknown field of a message is', () => {
    expect(pointers({ question: 'Why?', messages: [{ role: 'user', content: 'a', name: 'b' }] })).toEqual([
      'unrecognized_keys /messages/0',
    ])
  })
})

it('the schemas describe themselves in OpenAPI 3.1', () => {
  const document = createDocument({
    openapi: '3.1.1',
    info: { title: 'Vouch', version: '1' },
    paths: {
      '/answer': {
        post: {
          requestBody: { content: { 'application/json': { schema: AnswerRequestSchema } } },
          responses: {
            '200': {
              description: 'One of four outcomes.',
              content: { 'application/json': { schema: AnswerResponseSchema } },
            },
          },
        },
      },
    },
  })
  const schemas = document.components?.schemas ?? {}
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(['AnswerRequest', 'Answered', 'Citation', 'Refused']),
  )
  expect(JSON.stringify(schemas.AnswerRequest)).toContain('"additionalProperties":false')
})
