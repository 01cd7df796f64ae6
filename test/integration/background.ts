import type { Installation } from './installation'

const SECTIONS = 150

/**
 * One published text of many short sections about nothing that a test asks for, so that words are as rare here as in a
 * real installation: in an index of three chunks no word tells texts apart.
 */
export const publishBackground = async (vouch: Installation): Promise<void> => {
  const sections = Array.from({ length: SECTIONS }, (_, i) => {
    const word = nonsense(i)
    return `## ${word}\n\nParcels from ${word} reach ${nonsense(i + 7)} by the morning train unless ${nonsense(i + 31)} is closed.`
  })
  await vouch.publish({ title: 'Routes of the night train', markdown: sections.join('\n\n') })
}

const ONSETS = ['br', 'd', 'fl', 'g', 'k', 'l', 'm', 'pr', 's', 'tr', 'v', 'z']
const VOWELS = ['a', 'e', 'i', 'o', 'u']

const nonsense = (i: number): string => {
  const pick = <T>(list: readonly T[], n: number) => list[n % list.length]
  return `${pick(ONSETS, i)}${pick(VOWELS, i)}${pick(ONSETS, i * 5 + 3)}${pick(VOWELS, i * 3 + 1)}${pick(ONSETS, i * 7 + 2)}om`
}

/** A text about one invented product, and the question that only it answers. */
export const product = (name: string, days: number) => ({
  title: name,
  markdown: `The ${name} must be serviced after ${days} days of use.`,
})
export const serviceOf = (name: string): string => `After how many days of use must the ${name} be serviced?`
