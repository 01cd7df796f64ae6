import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shaped, type Message } from '../../src/commands/webhooks/shapes/shaped'
import { WEBHOOK_SHAPES } from '../../src/vocabulary'

const message = (over: Partial<Message> = {}, data: Record<string, unknown> = {}): Message => ({
  type: 'handover.created',
  timestamp: '2026-11-28T09:00:00.000Z',
  data: {
    id: 'h-1',
    state: 'open',
    queue: 'Care & billing',
    urgency: 'high',
    reason: 'asks_for_person',
    botId: 'b-1',
    receiptId: 'r-1',
    ...data,
  },
  ...over,
})
const whole = {
  package: {
    intent: { summary: 'My parcel <!channel> is late & wet' },
    transcript: [
      { role: 'user', content: 'My parcel <!channel> is late & wet' },
      { role: 'assistant', content: 'I am sorry.' },
    ],
  },
}
const as = (shape: (typeof WEBHOOK_SHAPES)[number], sent: Message) =>
  shaped(sent, { shape, publicUrl: 'https://vouch.example.com' })
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/webhookShapes/${name}.json`, import.meta.url), 'utf8'))

describe('a hand-over as a system takes it', () => {
  it.each(['desk', 'zendesk', 'intercom', 'slack'] as const)('%s', (shape) =>
    expect(as(shape, message({}, whole))).toEqual(fixture(shape)),
  )

  it('is told without a customer’s words where the webhook does not get them, in every shape', () => {
    for (const shape of WEBHOOK_SHAPES) {
      const told = JSON.stringify(as(shape, message()))
      expect(told).toContain('h-1')
      expect(told).not.toContain('parcel')
    }
  })

  it('what a colleague did is told too, with who and what', () => {
    const replied = message({ type: 'handover.replied' }, { reply: 'It comes today.', by: 'Ana Ruiz' })
    for (const shape of ['desk', 'zendesk', 'intercom', 'slack'] as const)
      expect(JSON.stringify(as(shape, replied))).toMatch(/Ana Ruiz answered the customer.*It comes today\./)
    expect(as('zendesk', message({ type: 'handover.resolved' }))).toMatchObject({
      ticket: { status: 'solved' },
    })
  })

  it('what tells of no hand-over is Vouch’s own in every shape', () => {
    const gap: Message = { type: 'gap.verified', timestamp: '', data: { id: 'g-1' } }
    for (const shape of WEBHOOK_SHAPES) expect(as(shape, gap)).toBe(gap)
  })

  it('fits into Slack’s blocks however long a conversation is, and notifies nobody', () => {
    const transcript = [{ role: 'user', content: '<!channel> & '.repeat(900) }]
    const { blocks, text } = as(
      'slack',
      message({}, { package: { intent: { summary: '&'.repeat(400) }, transcript } }),
    ) as { text: string; blocks: { text?: { text: string } }[] }
    expect(blocks[0]?.text?.text.length).toBeLessThanOrEqual(150)
    const section = blocks[2]?.text?.text ?? ''
    expect(section.length).toBeLessThanOrEqual(3_000)
    expect(section + text).not.toMatch(/<!|&(?!amp;|lt;|gt;)/)
  })
})
