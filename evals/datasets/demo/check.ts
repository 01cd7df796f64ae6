import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { corpusFaults } from './corpusFaults'
import { readGoldenSet, type GoldenQuestion } from './golden'
import { readVisibleTexts, type DocumentText } from './texts'

/**
 * Checks the demo's manifest and the golden set against the demo corpus, and ends with code 1 when something is wrong:
 * `node --conditions=production --import tsx evals/datasets/demo/check.ts`.
 */
const HERE = import.meta.dirname
const FILE = join(HERE, 'questions.jsonl')

const questions = readGoldenSet(await readFile(FILE, 'utf8'))
const DEMO = join(HERE, '../../../demo')
const texts = await readVisibleTexts(DEMO)
const faults = [
  ...(await corpusFaults({ demo: DEMO, texts })),
  ...duplicates(questions.map(({ id }) => id)).map((id) => `${id}: the id is used twice`),
  ...duplicates(questions.filter(({ history }) => !history).map(({ question }) => question)).map(
    (question) => `"${question}" is asked twice`,
  ),
  ...questions.flatMap((question) => [
    ...keyFaults(question, texts),
    ...answerFaults(question, texts),
    ...leakFaults(question, texts),
  ]),
]
for (const fault of faults) console.error(fault)
console.log(`${questions.length} questions, ${texts.size} documents, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1

function keyFaults({ id, gold, near, internal }: GoldenQuestion, texts: Map<string, DocumentText>) {
  const keys = [...gold, ...(internal ?? []), ...(near ? [near] : [])]
  return keys.filter((key) => !texts.has(key)).map((key) => `${id}: there is no document ${key}`)
}

function answerFaults({ id, gold, answer_key: answerKey }: GoldenQuestion, texts: Map<string, DocumentText>) {
  const all = gold.map((key) => texts.get(key)?.text ?? '').join('\n')
  return (answerKey ?? [])
    .flat()
    .filter((part) => !all.includes(part))
    .map((part) => `${id}: "${part}" does not occur in ${gold.join(' or ')}`)
}

/** A leak string that a public text contains too would call a right answer a leak. */
function leakFaults({ id, internal, leak_strings: leaks }: GoldenQuestion, texts: Map<string, DocumentText>) {
  if (!internal) return []
  const hidden = internal.map((key) => texts.get(key)?.text ?? '').join('\n')
  const open = [...texts.values()].filter(({ audience }) => audience === 'public' || audience === 'customer')
  const missing = (leaks ?? [])
    .filter((leak) => !hidden.includes(leak))
    .map((leak) => `${id}: "${leak}" does not occur in ${internal.join(' or ')}`)
  const shared = (leaks ?? []).flatMap((leak) =>
    open.filter(({ text }) => text.includes(leak)).map(({ key }) => `${id}: "${leak}" is also in ${key}`),
  )
  return [...missing, ...shared]
}

function duplicates(values: string[]) {
  return values.filter((value, index) => values.indexOf(value) !== index)
}
