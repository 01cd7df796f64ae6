import { defaultCalibration } from '../../src/answer/calibration'
import { weigh } from '../../src/answer/reader/words/read'
import type { WordsModel } from '../../src/answer/reader/words/model'
import { auroc } from '../metrics/auroc'
import { carries } from './examples'
import type { ReadExample } from './readExample'
import { judgeReading } from './judgeReading'
import { isHeldOut } from './sets'

/** A table of how well the reader reads, set by set; what was fitted on is marked. */
export function measureReader(examples: readonly ReadExample[], model: WordsModel): string {
  const groups = new Map<string, ReadExample[]>()
  for (const example of examples) {
    const name = `${example.set}${isHeldOut(example) ? '' : ' (fitted on)'}`
    groups.set(name, [...(groups.get(name) ?? []), example])
  }
  const head =
    '| set | questions | unit first | AUROC answerable | AUROC right | answered | right | unanswerable answered | unit shown | right if all answered |'
  return [
    head,
    head.replaceAll(/[^|]+/g, '---'),
    ...[...groups].map(([name, group]) => rowOf(name, group, model)),
  ].join('\n')
}

function rowOf(name: string, group: readonly ReadExample[], model: WordsModel): string {
  const read = group.map((example) => {
    const { units, answered } = weigh(example, model)
    const judged = judgeReading(example, { reader: model.id, units, answered, span: null })
    const [best] = units
    return {
      ...judged,
      answerable: example.answerable,
      answered,
      first: best !== undefined && carries(best.placed, example),
    }
  })
  const answerable = read.filter((each) => each.answerable)
  const gate = defaultCalibration.thresholds.standard
  const given = read.filter(({ answered }) => answered >= gate)
  const share = (part: number, of: number) => (of ? (part / of).toFixed(2) : '–')
  const area = (positive: (each: (typeof read)[number]) => boolean) =>
    auroc(read.map((each) => ({ score: each.answered, positive: positive(each) })))?.toFixed(2) ?? '–'
  return `| ${[
    name,
    `${read.length} (${answerable.length})`,
    share(answerable.filter(({ first }) => first).length, answerable.length),
    area((each) => each.answerable),
    area((each) => each.right),
    share(given.filter((each) => each.answerable).length, answerable.length),
    share(given.filter(({ right }) => right).length, given.length),
    share(given.filter((each) => !each.answerable).length, read.length - answerable.length),
    share(given.filter(({ shown }) => shown).length, given.length),
    share(answerable.filter(({ right }) => right).length, answerable.length),
  ].join(' | ')} |`
}
