import { describe, expect, it } from 'vitest'
import { defaultCalibration } from '../../src/answer/calibration'
import { answerTypesOf, holdsAnswerType } from '../../src/answer/answerType'
import { findClarification } from '../../src/answer/clarify'
import { confidenceOf } from '../../src/answer/confidence'
import { findConflict } from '../../src/answer/conflict'
import { decide } from '../../src/answer/decide'
import { factsOf } from '../../src/answer/facts'
import { featuresOf } from '../../src/answer/features'
import { namedThings, shareAbsent } from '../../src/answer/named'
import { readByWords } from '../../src/answer/reader/words/read'
import { readUnits } from '../../src/answer/units/readUnits'
import { leansOnHistory, readingsInContext, retrievalQuestion } from '../../src/answer/rewrite'
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

  it('goes to a person wherever an answer would be given, also where an installation answers when it is hardly sure', () => {
    const question = 'Within how many days may customers return goods?'
    const passages = [
      policy('d0', 'Returns', 'Customers may return goods within 14 days of delivery.'),
      policy('d1', 'Returns policy', 'Customers may return goods within 30 days of delivery.'),
    ]
    const o = { question, passages, locale: 'en' }
    const reading = { ...readByWords({ ...o, vectors: null }), answered: 0.3 }
    const thresholds = { standard: 0.25, sensitive: 0.25, regulated: 0.25 }
    const calibration = { ...defaultCalibration, thresholds }
    expect(decide({ ...o, calibration, reading }).decision).toMatchObject({
      outcome: 'escalated',
      reason: 'conflict',
    })
  })

  it('is an amendment beside what it amends', () => {
    expect(
      conflict(
        ['Returns', 'Customers may return goods within 14 days of delivery.'],
        ['Returns: amendment', 'From 1 October 2026 customers may return goods within 30 days of delivery.'],
      )?.sides.map(({ fact }) => fact),
    ).toEqual(['14 days', '30 days'])
  })

  it('is two sections of one document that say the same otherwise, not one of a section of its own', () => {
    const found = (heading: string) =>
      findConflict({
        question: 'How many days to return goods?',
        locale: 'en',
        passages: [
          policy('d', 'Returns', 'You may return goods within 14 days of delivery.'),
          {
            ...policy('d', 'Returns', 'You may return goods within 30 days of delivery.'),
            chunkId: 'e',
            headingPath: [heading],
          },
        ],
      })
    expect(found('Summary')?.sides.map(({ fact }) => fact)).toEqual(['14 days', '30 days'])
    expect(found('Outlet')).toBeNull()
  })

  const pair = (question: string, [a, b]: [string, string], other: Partial<ReturnType<typeof policy>> = {}) =>
    findConflict({
      question,
      locale: 'en',
      passages: [policy('a', 'Returns', a), { ...policy('b', 'Returns policy', b), ...other }],
    })?.sides.map(({ fact }) => fact) ?? null

  it.each<[string, string, [string, string], [string, string]]>([
    [
      'a date',
      'Until when can presents be returned?',
      ['Presents can be returned until 31 January 2027.', 'Presents can be returned until 15 January 2027.'],
      ['31 January 2027', '15 January 2027'],
    ],
    [
      'how many',
      'How many parcels may an order have?',
      [
        'An order to one address may be shipped in 5 parcels.',
        'An order to one address may be shipped in three parcels.',
      ],
      ['5 parcels', 'three parcels'],
    ],
    [
      'may and must not',
      'Can opened software be returned to the shop?',
      ['Opened software may be returned to any shop.', 'Opened software may not be returned to any shop.'],
      ['may', 'may not be'],
    ],
    [
      'refundable and non-refundable',
      'Are deposits for rental machines refundable?',
      ['Deposits for rental machines are refundable.', 'Deposits for rental machines are non-refundable.'],
      ['refundable', 'non-refundable'],
    ],
    [
      'must and need not',
      'Is the original box required for returned kettles?',
      [
        'The original box is required for returned kettles.',
        'The original box is not required for returned kettles.',
      ],
      ['is required', 'is not required'],
    ],
  ])('is %s', (_, question, texts, facts) => {
    expect(pair(question, texts)).toEqual(facts)
  })

  it.each<[string, string, [string, string]]>([
    [
      'a rule and its exception',
      'Can opened software be returned to the shop?',
      [
        'Opened software may be returned to any shop.',
        'Opened software may not be returned unless it is faulty.',
      ],
    ],
    [
      'a rule and one for something else',
      'Can opened software be returned to the shop?',
      ['Opened software may be returned to any shop.', 'Opened food may not be returned to any shop.'],
    ],
    [
      'what must be done and what may be done',
      'Is the original box required for returned kettles?',
      ['Returned kettles must have the original box.', 'Returned kettles may have the original box.'],
    ],
  ])('is not %s', (_, question, texts) => {
    expect(pair(question, texts)).toBeNull()
  })

  it('is not what is said to different audiences', () => {
    const texts: [string, string] = [
      'You may return goods within 14 days of delivery.',
      'You may return goods within 30 days of delivery.',
    ]
    const question = 'How many days to return goods?'
    expect(pair(question, texts)).toEqual(['14 days', '30 days'])
    expect(pair(question, texts, { audience: 'partner' })).toBeNull()
  })

  it('is yes and no to one question in two FAQs', () => {
    const faq = (id: string, title: string, text: string) =>
      passage({ chunkId: id, text, document: { id, collection: 'faqs', title } })
    const facts = (other: string) =>
      findConflict({
        question: 'Can I return earphones?',
        locale: 'en',
        passages: [
          faq('a', 'Can I return earphones?', 'Yes, within 30 days.'),
          faq('b', other, 'No. They cannot be sold again.'),
        ],
      })?.sides.map(({ fact }) => fact) ?? null
    expect(facts('Can earphones be returned?')).toEqual(['yes', 'no'])
    expect(facts('Can earphones be repaired?')).toBeNull()
  })

  it('is found in German, French and Spanish', () => {
    const facts = (locale: string, question: string, a: string, b: string) =>
      findConflict({
        question,
        locale,
        passages: [policy('a', 'Test', a), policy('b', 'Test', b)],
      })?.sides.map(({ fact }) => fact) ?? null
    expect(
      facts(
        'de',
        'Ist die Anzahlung erstattungsfähig?',
        'Die Anzahlung für gemietete Maschinen ist erstattungsfähig.',
        'Die Anzahlung für gemietete Maschinen ist nicht erstattungsfähig.',
      ),
    ).not.toBeNull()
    expect(
      facts(
        'fr',
        'Combien de jours pour retourner un article ?',
        'Vous pouvez retourner un article sous 14 jours après livraison.',
        'Vous pouvez retourner un article sous trente jours après livraison.',
      ),
    ).toEqual(['14 jours', 'trente jours'])
    expect(
      facts(
        'es',
        '¿Cuánto cuesta el envío a las islas?',
        'El envío urgente a las islas cuesta 12,50 €.',
        'El envío urgente a las islas cuesta 15 €.',
      ),
    ).toEqual(['12,50 €', '15 €'])
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
  it.each([
    ['and for Ireland?', 'What does delivery to Ireland cost?'],
    ['and to Ireland?', 'What does delivery to Ireland cost?'],
    ['ok thanks, what about to Ireland then?', 'What does delivery to Ireland cost?'],
    ['how much is that?', 'how much is that? delivery to France'],
    [
      'what about large parcels over twenty kilos then?',
      'What does delivery to France cost large parcels over twenty kilos?',
    ],
  ])('is put into a question of its own: %s', (question, whole) => {
    expect(retrievalQuestion({ question, messages, locale: 'en' })).toBe(whole)
  })

  it.each([
    ['How much is Fibre 150 a month?', 'and what about Fibre 500?', 'How much is Fibre 500 a month?'],
    [
      'How long does a refund take to a credit card?',
      'thanks. and to paypal?',
      'How long does a refund take to paypal?',
    ],
    [
      'How much is the thermostat?',
      'no I meant having it fitted',
      'How much is the thermostat having it fitted?',
    ],
    ['Do you gift wrap?', 'is there a limit?', 'is there a limit? gift wrap'],
    ['I want to talk to a person', 'How much is Fibre 150?', 'How much is Fibre 150?'],
  ])('after “%s”, “%s” is “%s”', (before, question, whole) => {
    const turns = [{ role: 'user' as const, content: before }]
    expect(retrievalQuestion({ question, messages: turns, locale: 'en' })).toBe(whole)
  })

  it.each([
    ['and how long does that take?', ['and how long does that take? (How do I move my number?)']],

    ['Can you say that again?', ['How do I move my number?']],
    [
      'Which documents prove my address for a contract?',
      ['Which documents prove my address for a contract?'],
    ],
  ])('is read with what it follows: %s', (question, readings) => {
    const turns = [{ role: 'user' as const, content: 'How do I move my number?' }]
    expect(readingsInContext({ question, messages: turns, locale: 'en' })).toEqual(readings)
  })

  it('that names one thing in place of another is read as the question of that thing too', () => {
    const turns = [{ role: 'user' as const, content: 'How long does a refund take to a credit card?' }]
    expect(readingsInContext({ question: 'thanks. and to paypal?', messages: turns, locale: 'en' })).toEqual([
      'How long does a refund take to paypal?',
      'and to paypal? (How long does a refund take to a credit card?)',
    ])
  })

  it.each([
    'Hi there, could you please tell me how much a paper bill is? Thanks a lot!',
    'Hello! I was wondering how much a paper bill is, thank you',
    'how much a paper bill is please',
  ])('what is only polite says nothing of what is asked: %s', (question) => {
    expect(retrievalQuestion({ question, messages: [], locale: 'en' }).replace(/\?$/, '')).toBe(
      'how much a paper bill is',
    )
  })

  it('what is typed for whole words is written out, and no name or code is', () => {
    const asked = (question: string) => retrievalQuestion({ question, messages: [], locale: 'en' })
    expect(asked('wats the cost for nxt day')).toBe("what's the cost for next day")
    expect(asked('does U-R nxt.example take order U2?')).toBe('does U-R nxt.example take order U2?')
  })

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

const quotedFrom = (passages: readonly { text: string; chunkId: string }[]) => ({
  text: passages.map(({ text }) => text).join(' '),
  chunkIds: passages.map(({ chunkId }) => chunkId),
})

describe('confidence', () => {
  const question = 'How many days do I have to return electronics?'
  const right = policy('a', 'Returns', 'You have 30 days to return electronics.')
  const wrong = { ...policy('b', 'Parking', 'The car park closes at night.'), dense: 0.1, words: 0.4 }
  const probability = (passages: (typeof right)[]) =>
    confidenceOf({
      question,
      passages,
      quoted: quotedFrom(passages),
      locale: 'en',
      answered: readByWords({ question, passages, locale: 'en', vectors: null }).answered,
      calibration: defaultCalibration,
    }).probability

  it('is higher for a passage that answers than for one that does not, with and without a dense leg', () => {
    expect(probability([right])).toBeGreaterThan(probability([wrong]))
    expect(probability([{ ...right, dense: null }])).toBeGreaterThan(probability([{ ...wrong, dense: null }]))
  })

  it('is nothing without passages', () => {
    expect(probability([])).toBe(0)
  })

  it('sees that the kind of fact is missing', () => {
    const factless = policy('c', 'Returns', 'Electronics can be returned.')
    expect(
      featuresOf({ question, passages: [factless], quoted: quotedFrom([factless]), locale: 'en' })
        .factMissing,
    ).toBe(1)
    expect(
      featuresOf({ question, passages: [right], quoted: quotedFrom([right]), locale: 'en' }).factMissing,
    ).toBe(0)
  })

  it('asks more of regulated than of sensitive than of standard text', () => {
    const { standard, sensitive, regulated } = defaultCalibration.thresholds
    expect(standard).toBeLessThan(sensitive)
    expect(sensitive).toBeLessThan(regulated)
  })

  it('tells a person of a contradiction, also where an answer would have to be surer', () => {
    const calibration = {
      ...defaultCalibration,
      noCoverage: 0,
      thresholds: { standard: 0, sensitive: 1, regulated: 1 },
    }
    const decided = (...days: number[]) =>
      decide({
        question: 'Within how many days may customers return goods?',
        passages: days.map((count, i) =>
          passage({
            text: `Customers may return goods within ${count} days of delivery.`,
            chunkId: `chunk-${i}`,
            document: { id: `d${i}`, collection: 'policies', title: 'Returns' },
            riskTier: 'sensitive',
          }),
        ),
        locale: 'en',
        calibration,
      }).decision
    expect(decided(14, 14)).toMatchObject({ outcome: 'refused', reason: 'insufficient' })
    expect(decided(14, 30)).toMatchObject({ outcome: 'escalated', reason: 'conflict' })
  })
})

it('the kind of answer is read from the question', () => {
  expect(answerTypesOf('How long does delivery take?')).toEqual(['duration'])
  expect(answerTypesOf('Who signs for it?')).toEqual([])
  expect(holdsAnswerType('It takes three days.', ['duration'])).toBe(true)
  expect(holdsAnswerType('It takes a while.', ['duration'])).toBe(false)
  expect(holdsAnswerType('Anything', [])).toBeNull()
})

it.each([
  ['Was kostet der Versand nach Irland?', 'amount'],
  ['Bis wann kann ich kündigen?', 'duration'],
  ['Wann kommt die Rechnung?', 'date'],
  ['Wie hoch ist der Zinssatz?', 'percentage'],
  ['Combien coûte la livraison ?', 'amount'],
  ['Quel est le délai de retour ?', 'duration'],
  ['Quand arrive la facture ?', 'date'],
  ['Quel est le taux ?', 'percentage'],
  ['¿Cuánto cuesta el envío?', 'amount'],
  ['¿Cuántos días tengo para devolverlo?', 'duration'],
  ['¿Cuándo llega la factura?', 'date'],
] as const)('"%s" asks for a fact in its own language: %s', (question, type) => {
  expect(answerTypesOf(question)).toContain(type)
})

it.each([
  ['de', 'Das gilt z. B. für Bücher bzw. Hefte. Fragen? Tel. 030 1234.', 3],
  ['fr', 'Écrivez à M. Dupont, p. ex. par e-mail. Merci !', 2],
  ['es', 'El Sr. Pérez responde en aprox. 3 días. ¿Tiene dudas?', 2],
])('abbreviations end no sentence in %s', (locale, text, sentences) => {
  expect(readUnits(text, locale)).toHaveLength(sentences)
})

it('names and numbers that a passage lacks are noticed', () => {
  expect(namedThings('Do you deliver to Norway for 1,000 euros?')).toEqual(new Set(['norway', '1000']))
  expect(shareAbsent(new Set(['norway', '1000']), 'Delivery to Norway is possible.')).toBe(0.5)
})
