import { describe, expect, test } from 'vitest'
import { after, begin, type ChatEvent } from '../../../packages/widget/src/conversation'
import { keepConversation, readConversation, type Drawer } from '../../../packages/widget/src/keep'
import { answer } from './answer'

const drawerOf = (contents: Record<string, string> = {}): Drawer => ({
  getItem: (name) => contents[name] ?? null,
  setItem: (name, value) => {
    contents[name] = value
  },
})
const events: ChatEvent[] = [
  { type: 'asked', text: 'How long?', idempotencyKey: 'k1' },
  { type: 'answered', answer: answer() },
  { type: 'typed', text: 'And' },
]
const fresh = () => 'new'

describe('a conversation is kept for the session', () => {
  test('it is the same after the page is loaded again', () => {
    const drawer = drawerOf()
    const before = events.reduce(after, begin('c1'))
    keepConversation(drawer, 'chat', before)
    expect(readConversation(drawer, 'chat', fresh)).toEqual(before)
  })

  test('a colleague who has it, and what they wrote, are still there', () => {
    const drawer = drawerOf()
    const handover = { reference: 'h1', queue: null, urgent: false }
    const replies = [{ id: 'a1', text: 'I am on it.', by: 'Ana' }]
    const before = [
      { type: 'asked', text: 'A person', idempotencyKey: 'k1' },
      { type: 'answered', answer: answer({ outcome: 'escalated', handover }) },
      { type: 'looked', handover: 'h1', state: 'claimed', by: 'Ana', replies },
    ].reduce((all, event) => after(all, event as ChatEvent), begin('c1'))
    keepConversation(drawer, 'chat', before)
    expect(readConversation(drawer, 'chat', fresh)).toEqual(before)
    const spoilt = JSON.parse(drawer.getItem('chat') ?? '') as object
    const other = drawerOf({ chat: JSON.stringify({ ...spoilt, desk: { handover: 1 } }) })
    expect(readConversation(other, 'chat', fresh)).toMatchObject({ id: 'c1', desk: null })
  })

  test('what was asked as the page was left is in the box again, and is the same question when it is sent', () => {
    const drawer = drawerOf()
    const asking = after(begin('c1'), { type: 'asked', text: 'How long?', idempotencyKey: 'k1' })
    keepConversation(drawer, 'chat', asking)
    const read = readConversation(drawer, 'chat', fresh)
    expect(read).toMatchObject({ draft: 'How long?', pending: null })
    expect(
      after(read, { type: 'asked', text: 'How long?', idempotencyKey: 'k2' }).pending?.idempotencyKey,
    ).toBe('k1')
  })

  test.each([
    'no JSON',
    'null',
    '{}',
    '{"shape":1,"id":"c1","turns":"many"}',
    '{"shape":1,"id":"c1","draft":"","takesFeedback":true,"pending":null,"unanswered":null,"turns":[{"from":"bot"}]}',
    '{"shape":0,"id":"c1","draft":"","takesFeedback":true,"pending":null,"unanswered":null,"turns":[]}',
  ])('%s is no conversation: another begins', (kept) => {
    expect(readConversation(drawerOf({ chat: kept }), 'chat', fresh)).toEqual(begin('new'))
  })

  test('a browser that keeps nothing, or is full, stops nothing', () => {
    const full: Drawer = {
      getItem: () => {
        throw new Error('SecurityError')
      },
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    for (const drawer of [full, null]) {
      expect(() => keepConversation(drawer, 'chat', begin('c1'))).not.toThrow()
      expect(readConversation(drawer, 'chat', fresh)).toEqual(begin('new'))
    }
  })
})
