import type { Secret } from './types'

const MONTH = [
  'jan(?:uary|uar|vier)?|ene(?:ro)?|jän(?:ner)?',
  'feb(?:ruary|ruar|rero)?|f[ée]vr?(?:ier)?',
  'mar(?:ch|s|zo)?|märz',
  'apr(?:il)?|avr(?:il)?|abr(?:il)?',
  'may|mai|mayo',
  'june?|juni|juin|junio',
  'july?|juli|juillet|julio',
  'aug(?:ust)?|ao[uû]t|ago(?:sto)?',
  'sept?(?:ember|embre|iembre)?',
  'o[ck]t(?:ober|obre|ubre)?',
  'nov(?:ember|embre|iembre)?',
  'de[cz](?:ember|iembre)?|d[ée]c(?:embre)?|dic(?:iembre)?',
].join('|')
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|\.)?`
const DATE = [
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})`,
  String.raw`(?:the\s+)?${DAY}\s+(?:of\s+|de\s+)?(?:${MONTH})\.?(?:,?\s+(?:de\s+|del\s+|of\s+)?\d{2,4})?`,
  String.raw`(?:${MONTH})\.?\s+${DAY}(?:,?\s+\d{2,4})?`,
].join('|')

const SAID = [
  String.raw`(?:was |were |am )?born|d\.?o\.?b\.?|dates? of birth|birth ?dates?|birthdays?`,
  String.raw`geboren|geb\.?|geburts(?:datum|tag)`,
  String.raw`née? le|naissance|anniversaire`,
  String.raw`nac(?:í|ió|id[oa])|nacimiento|cumpleaños`,
].join('|')
/** Between what says so and the date: a few small words. */
const BETWEEN = String.raw`[\s:=,-]{0,3}(?:(?:is|was|on|the|am|ist|der|den|est|le|el|es|día)[\s:]+){0,3}`
const BORN = new RegExp(
  `(?<![\\p{L}])(?<said>(?:${SAID})${BETWEEN})(?<date>${DATE})(?![\\p{L}\\p{N}])`,
  'giu',
)
/** “Am 17.04.1962 geboren” */
const BORN_BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<said>)(?<date>${DATE})(?=\\s+(?:in \\p{L}+ )?geboren)`,
  'giu',
)

/** Dates of birth in a folded text: where it is said that they are one. Other dates stay. */
export const birthsIn = (text: string): Secret[] =>
  [BORN, BORN_BEHIND].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, groups }) => {
      const { said = '', date = '' } = groups ?? {}
      const start = index + said.length
      return { kind: 'date of birth' as const, start, end: start + date.length, shown: '[date of birth]' }
    }),
  )
