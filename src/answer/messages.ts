import { languageOf, type Language } from '../retrieval/analyze'
import { ENGLISH } from './messages/en'
import { FRENCH } from './messages/fr'
import { GERMAN } from './messages/de'
import { SPANISH } from './messages/es'
import type { Messages } from './messages/types'

const MESSAGES: Record<Language, Messages> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH }

/** The words for customers of a locale; English where it is not known. */
export const messagesFor = (locale: string): Messages => MESSAGES[languageOf(locale)]

/** The sentences that end in an offer of a person, in every language: a "yes" after one of them asks for a person. */
export const personOffers = (): string[] =>
  Object.values(MESSAGES).flatMap(({ next, out_of_scope }) => [next.person, out_of_scope.about_bot])

/** What a customer was told who got no answer, in every language. */
export const noAnswerMessages = (): string[] => Object.values(MESSAGES).map(({ no_answer }) => no_answer)
