import { describe, expect, test } from 'vitest'
import {
  after,
  begin,
  messagesOf,
  openAnswer,
  type ChatEvent,
  type Conversation,
} from '../../../packages/widget/src/conversation'
import { answer } from './answer'

const problem = { kind: 'too_many', retryAfterSeconds: 12, message: null } as const
const through = (events: ChatEvent[], from: Conversation = begin('c1')): Conversation =>
  events.reduce(after, from)
const asked = (text: string, idempotencyKey = 'k1'): ChatEvent => ({ type: 'asked', text, idempotencyKey })

describe('a conversation of the widget', () => {
  test('what was typed is sent once, and stands above its answer', () => {
    const waiting = through([{ type: 'typed', text: ' How long? ' }, asked(' How long? ')])
    expect(waiting).toMatchObject({ draft: '', pending: { text: 'How long?' }, turns: [] })
    expect(after(waiting, asked('And now?', 'k2'))).toBe(waiting)
    const answered = after(waiting, { type: 'answered', answer: answer() })
    expect(answered.turns.map(({ from }) => from)).toEqual(['customer', 'bot'])
    expect(answered.pending).toBeNull()
  })

  test.each(['', '  ', '\n'])('%j is no question', (text) => {
    expect(after(begin('c1'), asked(text)).pending).toBeNull()
  })

  test('what failed is in the box again, with what was typed meanwhile, and no turn of the conversation', () => {
    const failed = through([
      asked('How long?'),
      { type: 'typed', text: 'Please' },
      { type: 'failed', problem },
    ])
    expect(failed).toMatchObject({ draft: 'How long?\nPlease', problem, turns: [], pending: null })
  })

  test('sent again unchanged it is the same question; changed, it is another', () => {
    const failed = through([asked('How long?'), { type: 'failed', problem }])
    expect(after(failed, asked('How long?', 'k2')).pending?.idempotencyKey).toBe('k1')
    expect(after(failed, asked('How long is it?', 'k2')).pending?.idempotencyKey).toBe('k2')
    expect(after(failed, asked('How long?', 'k2')).problem).toBeNull()
  })

  test('what the server does not accept is not the same question again', () => {
    const refused = { ...problem, kind: 'not_accepted' } as const
    const failed = through([asked('How long?'), { type: 'failed', problem: refused }])
    expect(after(failed, asked('How long?', 'k2')).pending?.idempotencyKey).toBe('k2')
  })

  test('a choice that is pressed leaves alone what is being typed', () => {
    const pressed = through([{ type: 'typed', text: 'I mean the blue one' }, asked('In a shop')])
    expect(pressed).toMatchObject({ draft: 'I mean the blue one', pending: { text: 'In a shop' } })
  })

  test('an answer that comes after it began anew is dropped', () => {
    const anew = through([asked('How long?'), { type: 'restarted', id: 'c2' }])
    expect(after(anew, { type: 'answered', answer: answer() })).toEqual(begin('c2'))
    expect(after(anew, { type: 'failed', problem })).toEqual(begin('c2'))
  })

  test('only the last answer has open choices, and none while something is asked', () => {
    const first = answer({ outcome: 'clarify', options: ['Online', 'In a shop'] })
    const one = through([asked('Returns?'), { type: 'answered', answer: first }])
    expect(openAnswer(one)).toBe(first)
    const two = after(one, asked('Online', 'k2'))
    expect(openAnswer(two)).toBeNull()
    expect(openAnswer(after(two, { type: 'answered', answer: answer() }))).not.toBe(first)
  })

  test('a thumb is of one answer', () => {
    const two = through([
      asked('One?'),
      { type: 'answered', answer: answer({ receiptId: 'r1' }) },
      asked('Two?', 'k2'),
      { type: 'answered', answer: answer({ receiptId: 'r2' }) },
      { type: 'judged', receiptId: 'r2', thumb: 'down' },
    ])
    expect(two.turns.map((turn) => (turn.from === 'bot' ? turn.thumb : '-'))).toEqual([
      '-',
      null,
      '-',
      'down',
    ])
  })

  describe('once a person was called', () => {
    const handover = { reference: 'h1', queue: 'care', urgent: false }
    const called = through([
      asked('A person, please'),
      { type: 'answered', answer: answer({ outcome: 'escalated', handover }) },
    ])
    const looked = (over: Partial<Extract<ChatEvent, { type: 'looked' }>> = {}): ChatEvent => ({
      type: 'looked',
      handover: 'h1',
      state: 'claimed',
      by: 'Ana Ruiz',
      replies: [{ id: 'a1', text: 'I am on it.', by: 'Ana Ruiz' }],
      ...over,
    })

    test('their replies stand in the conversation under their name, and the bot is told of them', () => {
      const replied = after(called, looked())
      expect(replied.turns.at(-1)).toEqual({
        from: 'colleague',
        id: 'a1',
        text: 'I am on it.',
        by: 'Ana Ruiz',
      })
      expect(replied.desk).toEqual({ handover: 'h1', state: 'claimed', by: 'Ana Ruiz', seen: 1 })
      expect(messagesOf(replied).at(-1)).toEqual({ role: 'assistant', content: 'I am on it.' })
      expect(openAnswer(replied)).toBeNull()
    })

    test('a reply that came twice is shown once, and nothing new changes nothing', () => {
      const replied = after(called, looked())
      expect(after(replied, looked()).turns).toHaveLength(3)
      expect(after(replied, looked({ replies: [] }))).toBe(replied)
    })

    test('what belongs to another hand-over is dropped; the latest is waited for', () => {
      expect(after(called, looked({ handover: 'h0' }))).toBe(called)
      expect(after(called, { type: 'restarted', id: 'c2' }).desk).toBeNull()
      const again = through(
        [
          asked('Again', 'k2'),
          {
            type: 'answered',
            answer: answer({ outcome: 'escalated', handover: { ...handover, reference: 'h2' } }),
          },
        ],
        after(called, looked()),
      )
      expect(again.desk).toEqual({ handover: 'h2', state: 'open', by: null, seen: 0 })
    })
  })

  test('the API is told the latest fifty turns, and none longer than it takes', () => {
    const long = 'x'.repeat(9_000)
    const events = Array.from({ length: 40 }, (_, at): ChatEvent[] => [
      asked(`Question ${at}`, `k${at}`),
      { type: 'answered', answer: answer({ message: long }) },
    ]).flat()
    const messages = messagesOf(through(events))
    expect(messages).toHaveLength(50)
    expect(messages.at(0)).toEqual({ role: 'user', content: 'Question 15' })
    expect(messages.at(-1)?.content).toHaveLength(8_000)
  })
})
