import { describe, expect, it } from 'vitest'
import { contactIn, onceEach } from '../../src/handover/contact'
import { redact } from '../../src/handover/redact'

const user = (content: string) => ({ role: 'user' as const, content })
const bot = (content: string) => ({ role: 'assistant' as const, content })

describe('how a customer is reached', () => {
  it('is what they wrote of themselves, with the turn, once each, and what the bot knew', () => {
    const details = contactIn({
      messages: [
        user('Hi, I am on 07700 900123.'),
        bot('Write to help@example.com or call 020 7946 0018.'),
        user('Mail tim@example.org, or call 07700-900-123. I live at 12 Rose Street, Leeds LS1 4AP.'),
      ],
      known: { name: ' Tim Gull ', orderNumber: 'GULL/7', email: 'Tim@Example.org' },
    })
    expect(details).toEqual([
      { kind: 'name', text: 'Tim Gull', turn: null },
      { kind: 'e-mail', text: 'Tim@Example.org', turn: null },
      { kind: 'order number', text: 'GULL/7', turn: null },
      { kind: 'phone', text: '07700 900123', turn: 1 },
      { kind: 'address', text: '12 Rose Street, Leeds LS1 4AP', turn: 3 },
    ])
  })

  it('is never a card, a code, a password, an account or a date of birth', () => {
    const text =
      'My card is 4111 1111 1111 1111, cvv 123, pin 4711, password is hunter2x, IBAN GB82 WEST 1234 5698 7654 32, born 3 May 1962'
    expect(redact(text).found.length).toBeGreaterThan(3)
    expect(contactIn({ messages: [user(text)] })).toEqual([])
  })

  it('is what was written, not what it was read as, however it was written', () => {
    const text = 'ring me: ０７７００ ９００１２３ please'
    expect(contactIn({ messages: [user(text)] })).toEqual([
      { kind: 'phone', text: '０７７００ ９００１２３', turn: 1 },
    ])
  })

  it('fills no database', () => {
    const many = Array.from({ length: 300 }, (_, i) => `a${i}@example.org`).join(' ')
    const details = contactIn({ messages: [user(many)] })
    expect(details).toHaveLength(40)
    expect(onceEach([{ kind: 'phone', text: '1', turn: 9 }], details)).toEqual([])
  })
})
