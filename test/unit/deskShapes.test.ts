import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SHAPES } from '../../src/outbound/shapes/registry'
import { withContact } from '../../src/outbound/shapes/withContact'
import type { Told, ToldPackage } from '../../src/outbound/shapes/types'
import { SHAPED_EVENTS, WEBHOOK_EVENTS, WEBHOOK_SHAPES, type WebhookShape } from '../../src/vocabulary'

const SETTINGS = { ticketType: '88', contact: '6657add46abd0167d9419ca5' }

const known: ToldPackage = {
  intent: { summary: 'The kettle smells of burning & I unplugged it', topic: 'Product safety' },
  details: [{ kind: 'order number', text: 'AB-12345' }],
  transcript: [
    { role: 'user', content: 'The kettle smells of burning & I unplugged it' },
    { role: 'assistant', content: 'Please switch it off at the mains.' },
    { role: 'user', content: '<!channel> see <https://evil.example|our site> <img src=x> *now*' },
  ],
  sentiment: { label: 'upset' },
  nextSteps: ['Ask whether anyone is hurt.', 'Log a safety incident.'],
  considered: [{ title: 'Product safety' }],
}

const told = (more: Partial<Told> = {}): Told => ({
  id: 'msg_4f0c',
  type: 'handover.created',
  timestamp: '2026-11-28T09:00:00.000Z',
  data: {
    id: 'h-1',
    state: 'open',
    queue: 'Product safety',
    urgency: 'high',
    reason: 'sensitive_topic',
    botId: 'b-1',
    receiptId: 'r-1',
  },
  package: known,
  rawPackage: known,
  link: 'https://vouch.example/admin/collections/handovers/h-1',
  ...more,
})

const written = (shape: WebhookShape, message = told()) => SHAPES[shape](message, SETTINGS)

/** The requests as the vendors document them, with the limits that they name. */
const DOCUMENTED = {
  // https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#create-ticket
  zendesk: z.strictObject({
    ticket: z.strictObject({
      subject: z.string().min(1).max(150),
      comment: z.strictObject({ html_body: z.string().min(1).max(65_535), public: z.literal(false) }),
      priority: z.enum(['urgent', 'high', 'normal', 'low']),
      type: z.enum(['problem', 'incident', 'question', 'task']),
      external_id: z.string().min(1).max(255),
      tags: z.array(z.string().regex(/^[^\s,]+$/)),
    }),
  }),
  // intercom/Intercom-OpenAPI, descriptions/2.14: create_ticket_request
  intercom: z.strictObject({
    ticket_type_id: z.string().min(1),
    contacts: z.array(z.strictObject({ id: z.string().min(1) })).length(1),
    ticket_attributes: z.strictObject({
      _default_title_: z.string().min(1),
      _default_description_: z.string().min(1),
    }),
  }),
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks, and the reference of its blocks
  slack: z.strictObject({
    text: z.string().min(1).max(4_000),
    blocks: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({
            type: z.literal('header'),
            text: z.strictObject({
              type: z.literal('plain_text'),
              text: z.string().min(1).max(150),
              emoji: z.boolean(),
            }),
          }),
          z.strictObject({
            type: z.literal('section'),
            text: z.discriminatedUnion('type', [
              z.strictObject({
                type: z.literal('plain_text'),
                text: z.string().min(1).max(3_000),
                emoji: z.boolean(),
              }),
              z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(3_000) }),
            ]),
          }),
        ]),
      )
      .min(1)
      .max(50),
  }),
} as const

describe('what a desk is told in its own shape', () => {
  it.each(['desk', 'zendesk', 'intercom', 'slack'] as const)(
    '%s gets the request that is on record',
    (shape) => {
      const recorded = JSON.parse(
        readFileSync(new URL(`deskRequests/${shape}.json`, import.meta.url), 'utf8'),
      ) as unknown
      expect(JSON.parse(JSON.stringify(written(shape)))).toEqual(recorded)
    },
  )

  it('is what the vendor documents, whatever a customer wrote and however long', () => {
    const words = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme', maxLength: 9_000 }),
      fc.constant('<!here>'),
    )
    const message = fc.record({
      queue: words,
      summary: words,
      topic: fc.option(words),
      details: fc.array(fc.record({ kind: fc.constant('order number'), text: words })),
      transcript: fc.array(
        fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), content: words }),
        { maxLength: 80 },
      ),
    })
    fc.assert(
      fc.property(message, ({ queue, summary, topic, details, transcript }) => {
        const its = told({
          data: { ...told().data, queue },
          package: { ...known, intent: { summary, topic }, details, transcript },
        })
        for (const [shape, schema] of Object.entries(DOCUMENTED))
          expect(schema.safeParse(written(shape as WebhookShape, its).body).error).toBeUndefined()
      }),
      { numRuns: 60 },
    )
  })

  it('holds nothing that a customer wrote where the receiver does not get it', () => {
    for (const shape of WEBHOOK_SHAPES) {
      const body = JSON.stringify(written(shape, told({ package: null, rawPackage: undefined })).body)
      expect(body, shape).not.toMatch(/kettle|AB-12345|evil/)
      expect(body, shape).toContain('h-1')
    }
  })

  it('mentions nobody, hides no link and holds no markup of a customer', () => {
    const slack = JSON.stringify(written('slack').body)
    expect(slack).not.toMatch(/"mrkdwn","text":"[^"]*(?:<!|evil)/)
    const text = (
      written('slack', told({ package: { ...known, intent: { summary: '<!here>', topic: null } } })).body as {
        text: string
      }
    ).text
    expect(text).toContain('&lt;!here&gt;')
    const { ticket } = written('zendesk').body as { ticket: { comment: { html_body: string } } }
    expect(ticket.comment.html_body).not.toContain('<img')
    expect(ticket.comment.html_body).toContain('&lt;img src=x&gt;')
  })

  it('makes one ticket however often it is sent: the same bytes, and Zendesk’s own key', () => {
    for (const shape of WEBHOOK_SHAPES) expect(written(shape)).toEqual(written(shape))
    expect(written('zendesk').headers).toEqual({ 'idempotency-key': 'msg_4f0c' })
  })

  it('is written for every event that the shape can be told', () => {
    for (const shape of WEBHOOK_SHAPES)
      for (const type of SHAPED_EVENTS[shape]) {
        const data = type.startsWith('handover.')
          ? { ...told().data, reply: 'It is on its way.', by: 'Ana' }
          : { id: 'g-1', releaseId: 'r-9' }
        const its = told({ type, data, package: null, rawPackage: undefined, link: null })
        const schema =
          shape in DOCUMENTED ? DOCUMENTED[shape as keyof typeof DOCUMENTED] : z.object({}).loose()
        expect(schema.safeParse(written(shape, its).body).error, `${shape} ${type}`).toBeUndefined()
      }
    expect(SHAPED_EVENTS.slack).toEqual(WEBHOOK_EVENTS)
  })

  it('tells the desk what a colleague answered and how it ended', () => {
    const replied = told({
      type: 'handover.replied',
      data: { ...told().data, reply: 'It is on its way.', by: 'Ana' },
      package: null,
    })
    expect(written('desk', replied).body).toMatchObject({
      ticket: { externalId: 'h-1', status: 'pending' },
      reply: 'It is on its way.',
      by: 'Ana',
    })
    expect(JSON.stringify(written('slack', replied).body)).toContain('It is on its way.')
  })
})

describe('how a customer is reached', () => {
  const contact = [{ kind: 'phone', text: '07700 900123' }]
  const bodyFor = (shape: WebhookShape) => {
    const shown = withContact({ ...known }, { contact, shape })
    const { body } = written(shape, told({ package: shown as unknown as ToldPackage, rawPackage: shown }))
    return JSON.stringify(body)
  }

  it.each(WEBHOOK_SHAPES.filter((shape) => shape !== 'slack'))(
    'is told to %s, where hand-overs are worked, beside what they told of their need',
    (shape) => {
      expect(bodyFor(shape)).toContain('07700 900123')
      expect(bodyFor(shape)).toContain('AB-12345')
    },
  )

  it('is not told to a channel, which everybody in it reads: only what there is', () => {
    expect(bodyFor('slack')).not.toContain('900123')
    expect(bodyFor('slack')).toContain('Phone: see it in Vouch')
    expect(bodyFor('slack')).toContain('AB-12345')
  })
})
