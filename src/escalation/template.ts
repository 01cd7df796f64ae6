import { HELP_LINES, type HelpLine } from '../vocabulary'

/** Whom to call, where it is known. */
export type KnownNumbers = Readonly<Record<HelpLine, string | null>>

const OPTIONAL = /\[([^[\]|]*)(?:\|([^[\]|]*))?\]/g
const PLACE = /\{([^{}]*)\}/g

/**
 * What a customer reads, with the numbers of their country: `{emergency}` is filled in, and `[call {crisisLine}|call somebody]`
 * says the first where every number in it is known, and else the second, or nothing.
 */
export function fillTemplate(text: string, numbers: KnownNumbers): string {
  return text
    .replace(OPTIONAL, (_, known: string, otherwise = '') =>
      placesIn(known).every((place) => numberAt(numbers, place)) ? known : otherwise,
    )
    .replace(PLACE, (_, place: string) => numberAt(numbers, place) ?? '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** The sentences of a text with its places and brackets, each with all of what it says where a number is known. */
export const sentencesOfTemplate = (text: string): string[] =>
  text.replace(/\[\s+/g, ' [').split(/(?<=[.!?]\]?)\s+/)

/** What is wrong with a text for customers, as a sentence; null where nothing is. */
export function problemIn(text: string, locale: string): string | null {
  const strange = placesIn(text).find((place) => !isLine(place))
  if (strange !== undefined)
    return `What the customer is told in ${locale} has {${strange}}, which nothing fills in. You may write ${HELP_LINES.map((each) => `{${each}}`).join(', ')}.`
  const outside = text.replace(OPTIONAL, (_, _known, otherwise = '') => otherwise)
  const unsure = placesIn(outside).find((place) => place !== 'emergency')
  if (unsure)
    return `What the customer is told in ${locale} has {${unsure}}, which not every country has. Put the words around it in square brackets: they are left out where there is none.`
  return /[[\]{}]/.test(outside.replace(PLACE, ''))
    ? `What the customer is told in ${locale} has a bracket without its other half.`
    : null
}

/** The parts of a text that are said whatever the country: by them it is known again in a transcript. */
export const fixedParts = (text: string): string[] =>
  text
    .replace(OPTIONAL, '\n')
    .replace(PLACE, '\n')
    .split('\n')
    .map((part) => part.trim())

const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, place]) => place ?? '')

const isLine = (place: string): place is HelpLine => (HELP_LINES as readonly string[]).includes(place)

const numberAt = (numbers: KnownNumbers, place: string): string | null =>
  isLine(place) ? numbers[place] : null
