import { describe, expect, it } from 'vitest'
import { termsOf } from '../../src/answer/terms'
import { mayBelong } from '../../src/gaps/acrossTheLine'
import { whoseMatter } from '../../src/gaps/others'

/** What a shop for lamps has written down. */
const TEXTS =
  'Pay with PayPal or Visa. Opening hours of the shop in Leeds. Reset your password. Cancel a plan. The Ember lamp. Delivery to Ireland. Your order and your bill.'
const known = termsOf(TEXTS, 'en')
const whose = (question: string, locale = 'en') =>
  whoseMatter({ question, locale, knows: (term) => known.has(term) })

describe('whose matter a question is', () => {
  it.each([
    'How can I reset the password of my Hotmail?',
    'Has Sainsbury open on Sunday?',
    'what does disney cost a month',
    'Hi, why is my Verizon bill so high?',
    'Could you order me a Lyft?',
    'When does Eurostar leave?',
  ])('is another company’s, whose name no text has: %s', (question) => {
    expect(whose(question).isOthers).toBe(true)
  })

  it.each([
    ['whoever is asked is spoken to', 'Do you sell Lego?'],
    ['it is paid with', 'Can I pay with Revolut?'],
    ['it is delivered to', 'Can a lamp be sent to Malta?'],
    ['it is to work with something of ours', 'Will Siri turn my Ember on?'],
    ['a text names it', 'Is PayPal possible?'],
    ['it is a thing of ours that no text has yet', 'Who paints the Smew Barrow?'],
    ['it is a day', 'What happens on Tuesday evening?'],
    ['it is a search', 'revolut'],
    ['nothing is named', 'Is there a discount for students?'],
    ['a slip is no name', 'how do i cancle my plann'],
    ['capitals shout', 'Where do I find the PIN?'],
  ])('is ours, where %s', (_, question) => {
    expect(whose(question).isOthers).toBe(false)
  })

  it('is ours in a language whose names cannot be told', () => {
    expect(whose('Wie setze ich mein Netflix Passwort zurück?', 'de').isOthers).toBe(false)
  })
})

describe('a question and what was set aside', () => {
  const aside = { setAside: true, wordings: [{ question: 'Is Revolut possible' }] }
  const open = { setAside: false, wordings: [{ question: 'Can I book a test ride?' }] }

  it('belong together where they name the same thing', () => {
    expect(mayBelong(whose('Can I pay with Revolut?'), aside)).toBe(true)
  })

  it('do not where they only sound alike', () => {
    expect(mayBelong(whose('Can you book me an Uber?'), open)).toBe(false)
    expect(mayBelong(whose('Is a voucher possible?'), aside)).toBe(false)
  })
})
