import { beforeAll, describe, expect, it } from 'vitest'
import { defaultCalibration } from '../../src/answer/calibration'
import type { Topic } from '../../payload-types'
import { answerPorts } from '../../src/commands/answerPorts'
import { publishBackground } from './background'
import { useInstallation } from './installation'

const GARDEN = 'Lawn mowers are repaired free of charge within three years of purchase.'
const GERMAN =
  'Kaputte Rasenmäher werden in unserer Werkstatt innerhalb von drei Jahren nach dem Kauf kostenlos repariert.'

describe('what customers call things', () => {
  const vouch = useInstallation()
  const textOf = async (question: string, o: Parameters<typeof vouch.ask>[1] = {}) => {
    const answer = await vouch.ask(question, o)
    return answer.outcome === 'answered' ? answer.sentences[0]?.text : answer.outcome
  }

  beforeAll(async () => {
    await publishBackground(vouch)
    await vouch.publish({ title: 'Lawn mower repairs', markdown: GARDEN, kind: 'policy', audience: 'public' })
    for (const [title, markdown] of [
      ['Delivery', 'Parcels are delivered on weekdays.'],
      ['Gift cards', 'Gift cards are valid for five years.'],
      ['Opening hours', 'The shop opens at nine and closes at six.'],
    ] as const)
      await vouch.publish({ title, markdown, kind: 'policy', audience: 'public' })
  })

  it('is found by a synonym from the moment that a topic names it', async () => {
    const candidates = async () => {
      const { ports } = answerPorts(vouch.deps, { calibration: defaultCalibration })
      const request = { question: 'grass trimmers', at: Date.now(), audiences: ['public'] as const, limit: 5 }
      return (await ports.retrieve(request)).candidates.length
    }
    expect(await candidates()).toBe(0)
    await vouch.payload.create({
      collection: 'topics',
      data: { name: 'Garden', slug: 'garden', synonyms: ['lawn mower, grass trimmer'] } as Topic,
      ...vouch.as('ben'),
    })
    expect(await candidates()).toBe(1)
  })

  it('may be misspelt, and the receipt says what was searched for', async () => {
    const asked = 'How many years are lawn mowers repaired free of charge after puchase?'
    const answer = await vouch.ask(asked)
    expect(answer.outcome === 'answered' && answer.sentences[0]?.text).toBe(GARDEN)
    const [receipt] = await vouch.rows('answers', { id: { equals: answer.receiptId } })
    expect(receipt).toMatchObject({
      question: asked,
      // No text that this bot may see says “grass trimmer”: it would find nothing, and is not told.
      searched: { question: asked.replace('puchase', 'purchase'), synonyms: [] },
    })
  })

  it('is in the language of the customer, and so are the words of a refusal', async () => {
    await vouch.publish({
      title: 'Reparatur von Rasenmähern',
      markdown: GERMAN,
      kind: 'policy',
      audience: 'public',
      locale: 'de-DE',
    })
    const bot = await vouch.bot({ name: 'Europe', locales: ['en-GB', 'de-DE'] })
    const asked =
      'Wie viele Jahre nach dem Kauf werden kaputte Rasenmäher in der Werkstatt kostenlos repariert?'
    const answer = await vouch.ask(asked, { bot })
    expect(answer).toMatchObject({ outcome: 'answered', locale: 'de-DE' })
    expect(await textOf(asked, { bot })).toBe(GERMAN)
    expect(await vouch.ask('Verkaufen Sie gebrauchte Segelboote aus Holz?', { bot })).toMatchObject({
      outcome: 'refused',
      locale: 'de-DE',
      message: expect.stringMatching(/nicht beantworten. Soll ich Sie mit einem Menschen verbinden\?/),
    })
  })
})
