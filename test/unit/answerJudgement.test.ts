import { describe, expect, it } from 'vitest'
import { defaultCalibration } from '../../src/answer/calibration'
import { answerTypesOf, holdsAnswerType } from '../../src/answer/answerType'
import { findClarification } from '../../src/answer/clarify'
import { confidenceOf } from '../../src/answer/confidence'
import { findConflict } from '../../src/answer/conflict'
import { factsOf } from '../../src/answer/facts'
import { featuresOf } from '../../src/answer/features'
import { namedThings, shareAbsent } from '../../src/answer/named'
import { leansOnHistory, retrievalQuestion } from '../../src/answer/rewrite'
import { passage } from '../fakes/passage'

const policy = (id: string, title: string, text: string, score = 1) =>
  passage({ text, score, chunkId: id, document: { id, collection: 'policies', title } })

describe('a conflict', () => {
  const conflict = (...texts: [string, string][]) =>
    findConflict({
      question: 'How many days do I have to return goods?',
      locale: 'en',
      passages: texts.map(([title, text], i) => policy(`d${i}`, title, text)),
    })

  it('is two documents with different numbers for the same thing', () => {
    expect(
      conflict(
        ['Returns', 'Customers may return goods within 14 days of delivery.'],
        ['Returns policy', 'Customers may return goods within 30 days of delivery.'],
      )?.sides.map(({ fact }) => fact),
    ).toEqual(['14 days', '30 days'])
  })

  it.each([
    [
      'the same length of time in other words',
      'Customers may return goods within 2 weeks of delivery.',
      'Returns',
    ],
    ['another thing', 'Customers may exchange vouchers within 30 days of purchase.', 'Returns'],
    [
      'differently named products',
      'Customers may return goods within 30 days of delivery.',
      'Marketplace sellers',
    ],
  ])('is not %s', (_, text, title) => {
    expect(
      conflict(['Returns shop', 'Customers may return goods within 14 days of delivery.'], [title, text]),
    ).toBeNull()
  })

  it('is not two sentences of one document', () => {
    const [a, b] = ['Return goods within 14 days of delivery.', 'Return goods within 30 days of delivery.']
    const passages = [policy('d', 'Returns', a ?? ''), policy('d', 'Returns', b ?? '')]
    expect(findConflict({ question: 'How many days to return goods?', passages, locale: 'en' })).toBeNull()
  })
})

describe('facts', () => {
  it.each([
    ['It costs $1,250.50 a year', [['money', 1250.5, 'USD']]],
    [
      '12 euros or £3',
      [
        ['money', 3, 'GBP'],
        ['money', 12, 'EUR'],
      ],
    ],
    ['a fee of 2.5%', [['percentage', 2.5, '%']]],
    ['two weeks', [['duration', 14, 'day']]],
    ['within 48 hours', [['duration', 2, 'day']]],
    ['5 business days', [['duration', 5, 'business day']]],
    ['call 0800 123', []],
  ])('in "%s"', (text, expected) => {
    expect(factsOf(text).map(({ kind, value, unit }) => [kind, value, unit])).toEqual(expected)
  })
})

describe('a clarification', () => {
  const passages = [
    policy('a', 'Blue account fees', 'The monthly fee is 5 euros.', 1),
    policy('b', 'Green account fees', 'The monthly fee is 7 euros.', 0.97),
  ]
  const options = (question: string, found = passages) =>
    findClarification({ question, passages: found, locale: 'en' })?.options ?? null

  it('offers the documents that fit a short question equally', () => {
    expect(options('What is the monthly fee?')).toEqual(['Blue account fees', 'Green account fees'])
  })

  it('is not needed when the question names one, when one is clearly better, or when they are not alike', () => {
    expect(options('What is the monthly fee of the green account?')).toBeNull()
    const [first, second] = passages
    if (!first || !second) throw new Error('two passages are needed')
    expect(options('What is the monthly fee?', [first, { ...second, score: 0.5 }])).toBeNull()
    expect(
      options('What is the monthly fee?', [first, policy('c', 'Gym opening hours', 'A fee.', 0.97)]),
    ).toBeNull()
  })
})

describe('a follow-up', () => {
  const messages = [
    { role: 'user' as const, content: 'What does delivery to France cost?' },
    { role: 'assistant' as const, content: '5 euros.' },
  ]
  it.each(['and for Ireland?', 'how much is that?', 'what about large parcels over twenty kilos then?'])(
    'is searched for together with what came before: %s',
    (question) => {
      expect(retrievalQuestion({ question, messages, locale: 'en' })).toBe(
        `What does delivery to France cost? ${question}`,
      )
    },
  )

  it('is not a question that stands alone, nor a first one', () => {
    const question = 'Which documents prove my address for a new contract?'
    expect(retrievalQuestion({ question, messages, locale: 'en' })).toBe(question)
    expect(retrievalQuestion({ question: 'how much is that?', messages: [], locale: 'en' })).toBe(
      'how much is that?',
    )
  })

  it.each([
    ['de', 'und was kostet das nach Irland mit Versicherung bei Abholung?', true],
    ['de', 'Welche Unterlagen brauche ich dafür beim Abschluss eines neuen Vertrags?', true],
    ['de', 'Welche Unterlagen brauche ich beim Abschluss eines neuen Vertrags?', false],
    ['fr', 'et pour les colis de plus de vingt kilos vers la Belgique ?', true],
    ['fr', 'Combien coûte cela pour les gros colis vers la Belgique ?', true],
    ['fr', 'Quels documents faut-il pour ouvrir un nouveau contrat en ligne ?', false],
    ['es', '¿y para los paquetes grandes de más de veinte kilos a Francia?', true],
    ['es', '¿Cuánto cuesta eso para los paquetes grandes a Francia?', true],
    ['es', '¿Qué documentos hacen falta para abrir un contrato nuevo en línea?', false],
  ])('is known in %s: "%s" %s', (locale, question, leans) => {
    expect(leansOnHistory(question, locale)).toBe(leans)
  })

  it.each([
    'Can you repeat?',
    'sorry, could you say that again please?',
    'What did you say?',
    'Wie bitte?',
    'Können Sie das bitte wiederholen?',
    'Pouvez-vous répéter, s’il vous plaît ?',
    '¿Puede repetirlo, por favor?',
  ])('that only asks to hear the answer again is the question before it: %s', (question) => {
    expect(retrievalQuestion({ question, messages, locale: 'en' })).toBe('What does delivery to France cost?')
  })
})

describe('confidence', () => {
  const question = 'How many days to return electronics?'
  const right = policy('a', 'Returns', 'You have 30 days to return electronics.')
  const wrong = { ...policy('b', 'Parking', 'The car park closes at night.'), dense: 0.1, words: 0.4 }
  const probability = (passages: (typeof right)[]) =>
    confidenceOf({ question, passages, locale: 'en', calibration: defaultCalibration }).probability

  it('is higher for a passage that answers than for one that does not, with and without a dense leg', () => {
    expect(probability([right])).toBeGreaterThan(probability([wrong]))
    expect(probability([{ ...right, dense: null }])).toBeGreaterThan(probability([{ ...wrong, dense: null }]))
  })

  it('is nothing without passages', () => {
    expect(probability([])).toBe(0)
  })

  it('sees that the kind of fact is missing', () => {
    const factless = policy('c', 'Returns', 'Electronics can be returned.')
    expect(featuresOf({ question, passages: [factless], locale: 'en' }).factMissing).toBe(1)
    expect(featuresOf({ question, passages: [right], locale: 'en' }).factMissing).toBe(0)
  })

  it('asks more of regulated than of sensitive than of standard text', () => {
    const { standard, sensitive, regulated } = defaultCalibration.thresholds
    expect(standard).toBeLessThan(sensitive)
    expect(sensitive).toBeLessThan(regulated)
  })
})

it('the kind of answer is read from the question', () => {
  expect(answerTypesOf('How long does delivery take?')).toEqual(['duration'])
  expect(answerTypesOf('Who signs for it?')).toEqual([])
  expect(holdsAnswerType('It takes three days.', ['duration'])).toBe(true)
  expect(holdsAnswerType('It takes a while.', ['duration'])).toBe(false)
  expect(holdsAnswerType('Anything', [])).toBeNull()
})

it('names and numbers that a passage lacks are noticed', () => {
  expect(namedThings('Do you deliver to Norway for 1,000 euros?')).toEqual(new Set(['norway', '1000']))
  expect(shareAbsent(new Set(['norway', '1000']), 'Delivery to Norway is possible.')).toBe(0.5)
})
