import { describe, expect, it } from 'vitest'
import { meantBySearch } from '../../src/answer/understand/bareSearch'
import { passage } from '../fakes/passage'

const faq = (title: string) =>
  passage({ chunkId: title, text: 'Yes.', document: { id: title, collection: 'faqs', title } })
const passages = [
  faq('Do you offer a student discount?'),
  faq('Can I return a gift card?'),
  faq('How long is a gift card valid?'),
  passage({ text: 'Price promise.', document: { id: 'p', collection: 'policies', title: 'Price match' } }),
]
const meant = (question: string) => meantBySearch({ question, passages, locale: 'en' })

describe('a search of bare words', () => {
  it('is read as the one FAQ whose question holds all of them', () => {
    expect(meant('student discount')).toEqual({ kind: 'one', question: 'Do you offer a student discount?' })
    expect(meant('Discount for students')).toEqual({
      kind: 'one',
      question: 'Do you offer a student discount?',
    })
  })

  it('is asked back where several hold them', () => {
    expect(meant('gift card')).toEqual({
      kind: 'several',
      questions: ['Can I return a gift card?', 'How long is a gift card valid?'],
    })
  })

  it.each([
    ['names what no FAQ names', 'student discount abroad'],
    ['says far less than the FAQ asks', 'discount'],
    ['is held by a policy, whose title asks nothing', 'price match'],
  ])('means nothing known where it %s', (_, question) => {
    expect(meant(question)).toBeNull()
  })

  it.each([
    'do you have a student discount',
    'my gift card',
    'I have a gift card',
    'is the gift card lost',
    'gift card gift card gift card gift card',
  ])('is none where somebody asks or tells: %s', (question) => {
    expect(meant(question)).toBeNull()
  })
})
