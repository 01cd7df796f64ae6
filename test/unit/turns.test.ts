import { describe, expect, it } from 'vitest'
import file from '../../src/answer/turn/model.json'
import { classifyTurn } from '../../src/answer/turn/classifyTurn'
import { asksNothing } from '../../src/answer/turn/asksNothing'
import { isNoise } from '../../src/answer/turn/noise'
import { partsOfTurn, MOST_PARTS } from '../../src/answer/turn/partsOfTurn'
import { parseTurnModel } from '../../src/answer/turn/turnModel'
import { fitTurnModel, turnOf } from '../../evals/turns/fitTurnModel'
import { packTurnModel } from '../../evals/turns/packTurnModel'
import { measureTurns, readTurns } from '../../evals/turns/measureTurns'
import { readUtterances } from '../../evals/turns/utterances'

const model = parseTurnModel(file)
const labelOf = (question: string) =>
  classifyTurn(model, { question, messages: [], locale: 'en' }, null)[0]?.label

describe('a turn is read before anything is looked up', () => {
  it('probabilities of its labels sum to 1, likeliest first, whatever is written', () => {
    for (const question of ['', '🙂', 'a'.repeat(4_000), '请问', 'How long is the guarantee?']) {
      const found = classifyTurn(model, { question, messages: [], locale: 'en' }, null)
      expect(found.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5)
      expect(found.map(({ probability }) => probability)).toEqual(
        found.map(({ probability }) => probability).toSorted((a, b) => b - a),
      )
    }
  })

  it('a vector of another embedding model is not used', () => {
    const turn = { question: 'Where can I park?', messages: [], locale: 'en' }
    const vector = new Float32Array(384).fill(0.05)
    expect(classifyTurn(model, turn, { model: 'another', vector })).toEqual(classifyTurn(model, turn, null))
  })

  it('is kept in whole numbers, which move no probability by more than a few hundredths', async () => {
    const utterances = (await readUtterances('evals/datasets/turns/written.jsonl'))
      .filter(({ lang }) => lang === 'en')
      .slice(0, 80)
      .map((each) => Object.assign({}, each, { vector: null }))
    const fitted = fitTurnModel({ id: 'small', utterances, embeddingModel: null })
    const kept = parseTurnModel(JSON.parse(JSON.stringify(packTurnModel(fitted, utterances.map(turnOf)))))
    for (const { text } of utterances.slice(0, 20)) {
      const turn = { question: text, messages: [], locale: 'en' }
      const before = new Map(
        classifyTurn(fitted, turn, null).map(({ label, probability }) => [label, probability]),
      )
      for (const { label, probability } of classifyTurn(kept, turn, null))
        expect(Math.abs(probability - (before.get(label) ?? 0))).toBeLessThan(0.05)
    }
    const { person } = measureTurns(await readTurns(kept, utterances), kept.thresholds)
    expect(person.recall.value).toBeGreaterThan(0.5)
  })

  it('a long message is read in parts too, whether or not anything ends its sentences; a short one is not', () => {
    const story =
      'We moved in May and the flat is lovely. I do not want to live any more. How do I change the name?'
    expect(partsOfTurn(story, 'en')).toContain('I do not want to live any more.')
    expect(partsOfTurn('How long is the guarantee?', 'en')).toEqual([])
    const endless = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ')
    const parts = partsOfTurn(endless, 'en')
    expect(parts.length).toBeLessThanOrEqual(MOST_PARTS)
    expect(parts.every((part) => part.split(' ').length < 40)).toBe(true)
  })

  it('plain questions stay questions', () => {
    for (const question of ['What time do you open on Sundays?', 'How much is next day delivery?'])
      expect(labelOf(question)).toBe('none')
  })
})

describe('a turn that the texts did not answer', () => {
  it.each([
    'sdfkjhsdkfjh',
    'asdf asdf',
    'qwertz',
    '???',
    '🙂🙂',
    'hahaha',
    'bla bla bla',
    '1234',
    'ghjk lkjh',
    'aaaaaaa',
  ])('“%s” is noise, which asks nothing', (question) => {
    expect(isNoise(question)).toBe(true)
    expect(asksNothing({ question }, null)).toMatchObject({ reason: 'out_of_scope', talk: 'unclear' })
  })

  it.each([
    'parking Leeds?',
    'klarna',
    'XK-200 manual',
    'strengths and weaknesses',
    'Angstschweiß, Rechtschreibung?',
    'property insurance',
    'Quanto costa la spedizione?',
    'Livrez-vous à Brest ?',
    '送料はいくらですか',
    'VPN DNS MTU',
    'Is there a lift?',
  ])('“%s” is not', (question) => {
    expect(isNoise(question)).toBe(false)
  })

  it('abuse, small talk and attempts to instruct ask nothing; a question does, however unsure its reading', () => {
    const read = (label: 'abuse' | 'chitchat' | 'injection' | 'none', probability: number) => [
      { label, probability },
      { label: 'account_specific' as const, probability: 1 - probability },
    ]
    const question = 'Whatever it says?'
    expect(asksNothing({ question }, read('abuse', 0.6))).toMatchObject({ talk: 'abuse' })
    expect(asksNothing({ question }, read('chitchat', 0.6))).toMatchObject({ talk: 'other' })
    expect(asksNothing({ question }, read('injection', 0.6))).toMatchObject({ reason: 'injection' })
    expect(asksNothing({ question }, read('chitchat', 0.4))).toBeNull()
    expect(asksNothing({ question }, read('none', 0.4))).toBeNull()
  })
})
