import { writeFileSync } from 'node:fs'
import { WORD_FEATURES } from '../../src/proofs/conflicts/pairs'
import { fitLogistic, type LabelledRow } from '../calibration/fitLogistic'
import { featuresOf } from './judgePair'
import { overlap } from '../../src/proofs/conflicts/scope'
import { localPorts } from './localPorts'
import { readConflictPairs } from './pairs'

// Fits src/proofs/conflicts/model.json on the half to tune on: node --import tsx evals/conflicts/fit.ts
/** The strength of least loss on the half to tune on, each row left out in turn. */
const L2 = 0.25

const { ports, close } = await localPorts({ wordsOnly: false })
const pairs = await readConflictPairs('tuned')
const rows: LabelledRow[] = []
for (const pair of pairs) {
  // Of one thing, though not of one time or audience.
  const answered = pair.conflict || !overlap(pair.a, pair.b)
  const found = (await featuresOf(pair, ports)).toSorted((x, y) => y.features.cosine! - x.features.cosine!)
  // Of texts that conflict, what is most alike conflicts; of the rest nobody said anything.
  for (const { features, difference, a, b } of answered ? found.slice(0, 1) : found) {
    rows.push({ features, answered })
    if (process.argv.includes('--show'))
      console.log(
        pair.id,
        pair.kind,
        answered,
        difference.kind,
        JSON.stringify(features),
        a.placed.text,
        '|',
        b.placed.text,
      )
  }
}
const fit = (names: readonly string[]) => {
  const { intercept, weights } = fitLogistic({ rows, names, l2: L2 })
  const rounded = (value: number) => Number(value.toFixed(3))
  return {
    intercept: rounded(intercept),
    weights: Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, rounded(value)])),
  }
}
const fitted = {
  words: fit(WORD_FEATURES),
  vectors: fit([...WORD_FEATURES, 'cosine']),
  reader: fit([...WORD_FEATURES, 'cosine', 'reads']),
}
writeFileSync('src/proofs/conflicts/model.json', `${JSON.stringify(fitted, null, 2)}\n`)
console.log(`${rows.length} pairs of sentences of ${pairs.length} pairs of texts`)
await close()
process.exit(0)
