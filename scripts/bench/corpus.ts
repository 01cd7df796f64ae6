import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { seeded, someWords, type Random } from './random'

const SECTIONS = 4
const SENTENCES = 5

/** Writes so many Markdown documents, each a title, sections and sentences of invented words: about 2,000 characters. */
export const writeCorpus = (directory: string, documents: number): void => {
  const random = seeded(documents)
  for (let i = 0; i < documents; i++) {
    const file = fileOf(directory, i)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, documentOf(random, i))
  }
}

/** Rewrites one sentence in every `every`-th document. Returns how many documents that were. */
export const changeCorpus = (
  directory: string,
  { documents, every }: { documents: number; every: number },
) => {
  const random = seeded(documents + 1)
  let changed = 0
  for (let i = 0; i < documents; i += every, changed++) {
    const file = fileOf(directory, i)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\.\n\n/, `. ${sentence(random)}\n\n`))
  }
  return changed
}

const fileOf = (directory: string, i: number) =>
  path.join(directory, `part-${Math.floor(i / 500)}`, `${i}.md`)

const documentOf = (random: Random, i: number): string => {
  const sections = Array.from({ length: SECTIONS }, () => {
    const sentences = Array.from({ length: 2 + random.below(2 * SENTENCES - 3) }, () => sentence(random))
    return `## ${capital(someWords(random, 3))}\n\n${sentences.join(' ')}`
  })
  return `# ${capital(someWords(random, 4))} ${i}\n\n${sections.join('\n\n')}\n`
}

const sentence = (random: Random) => `${capital(someWords(random, 8 + random.below(12)))}.`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
