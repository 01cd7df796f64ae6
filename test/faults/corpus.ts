import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const SYLLABLES = ['bra', 'del', 'flo', 'gim', 'kar', 'lun', 'mos', 'pri', 'sel', 'tru', 'vek', 'zon']

/** An invented product, unlike any other below 1,728. */
export const nameOf = (i: number): string => {
  const pick = (n: number) => SYLLABLES[n % SYLLABLES.length] ?? ''
  return `${pick(i)}${pick(Math.floor(i / 12))}${pick(Math.floor(i / 144))}`
}

/** Writes `count` Markdown files, each a policy of three sections. */
export const writeCorpus = (folder: string, count: number): void => {
  for (let i = 0; i < count; i++) {
    const file = path.join(folder, `part-${i % 10}`, `${nameOf(i)}.md`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, textOf(i))
  }
}

const textOf = (i: number): string => `# The ${nameOf(i)} lamp

## Service

The ${nameOf(i)} lamp is serviced after ${10 + i} days of use. A lamp that hums is serviced at once, by whoever sold it.

## Returns

A ${nameOf(i)} lamp may be sent back within ${7 + (i % 30)} days, in its box, with its receipt.

## Spare parts

Shades and bulbs of the ${nameOf(i)} lamp are kept for ${2 + (i % 9)} years after the last one was sold.
`
