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

/** How what a customer is told begins who goes to a person, in every language: its first sentence, up to a number in it. */
export const handoverMessages = (): string[] =>
  Object.values(MESSAGES).flatMap(({ escalated, sensitive, sensitive_topic }) =>
    [
      ...Object.values(escalated),
      sensitive_topic,
      ...Object.values(sensitive).map((words) => words(NO_NUMBERS)),
    ].map((message) => message.split(UP_TO)[0]!),
  )

const NUMBER = '{number}'
const UP_TO = /[.:]|\{number\}/
const NO_NUMBERS = { emergency: NUMBER, crisisLine: null, poisonCentre: null, abuseLine: null }
