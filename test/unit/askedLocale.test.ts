import { describe, expect, it } from 'vitest'
import { askedLocale } from '../../src/answer/askedLocale'

const EUROPE = ['en-GB', 'de-AT', 'fr-FR', 'es-ES']
const localeOf = (question: string, locales = EUROPE, earlier: string[] = []) =>
  askedLocale({ question, locales, messages: earlier.map((content) => ({ role: 'user', content })) })

describe('the locale of a question whose request names none', () => {
  it.each([
    ['How long does delivery take?', 'en-GB'],
    ['Wie lange dauert die Lieferung?', 'de-AT'],
    ['Combien de temps prend la livraison ?', 'fr-FR'],
    ['¿Cuánto tarda el envío?', 'es-ES'],
  ])('is that of the bot in whose language it is written: %s', async (question, locale) => {
    expect(await localeOf(question)).toBe(locale)
  })

  it('is that of the conversation when it is too short to tell', async () => {
    expect(await localeOf('ok 20?', EUROPE, ['Was kostet die Lieferung nach Irland?'])).toBe('de-AT')
    expect(await localeOf('ok 20?')).toBe('en-GB')
  })

  it('is no language that the bot does not speak', async () => {
    expect(await localeOf('Wie lange dauert die Lieferung?', ['en-GB'])).toBe('en-GB')
    expect(await localeOf('Wie lange dauert die Lieferung?', ['fr-FR', 'en-GB'])).toBe('fr-FR')
  })

  it('is any that we speak when the bot lists none', async () => {
    expect(await localeOf('Wie lange dauert die Lieferung?', [])).toBe('de')
    expect(await localeOf('How long does delivery take?', [])).toBe('en-GB')
  })
})
