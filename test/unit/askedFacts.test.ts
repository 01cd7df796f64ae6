import { describe, expect, it } from 'vitest'
import { answerTypesOf } from '../../src/answer/answerType'

describe('a kind of fact is asked for by the grammar of the question', () => {
  it.each([
    // Whether something is so.
    'Do you price match?',
    'Can I get my deposit back if I cancel?',
    'Is the price on the shelf the same as online?',
    'Will my discount still work when I change the order?',
    'do u do price matching',
    'Does the limit order stay open overnight?',
    'Could you tell me if the deposit is refundable?',
    'Are costs shared between tenants?',
    // A place, a person, a way, a reason.
    'Where can I see the price of my plan?',
    'Who pays the delivery costs?',
    'Why was a fee taken?',
    'How do I raise my limit?',
    // What a word describes is not what it names.
    'My parcel came when I was out',
    'What is your price match policy?',
    'which deposit slip do I use',
    'price match policy',
    'What happens to my deposit when I move out?',
    'What do I need to do to get my deposit back?',
    'Machen Sie Preise günstiger, wenn ein anderer billiger ist?',
    "Faites-vous l'alignement des prix ?",
    '¿Igualan el precio de otra tienda?',
    'Kann ich meine Frist selbst wählen?',
  ])('%s asks for none', (question) => {
    expect(answerTypesOf(question)).toEqual([])
  })

  it.each([
    ['What is the usual delivery charge?', 'amount'],
    ["What's your price for a new battery?", 'amount'],
    ['what do you charge for gift wrapping', 'amount'],
    ['what does it cost to send a sofa back', 'amount'],
    ['Can you tell me how much it costs?', 'amount'],
    ['Is there a fee for paying in instalments?', 'amount'],
    ['Do you charge for returns?', 'amount'],
    ['next day delivery cost', 'amount'],
    ['amex limit', 'amount'],
    ['Hi, I bought a lamp. How long do I have to return it, and is there a fee?', 'amount'],
    ['Hi, I bought a lamp. How long do I have to return it, and is there a fee?', 'duration'],
    ['For how long is it covered?', 'duration'],
    ['Within how many days must I tell you?', 'duration'],
    ['What is the deadline for claims?', 'date'],
    ['what interest rate do you pay', 'percentage'],
    ['student discount', 'percentage'],
    ['How many can I order?', 'count'],
    ['What is the maximum?', 'count'],
  ] as const)('%s asks for %s', (question, type) => {
    expect(answerTypesOf(question)).toContain(type)
  })
})
