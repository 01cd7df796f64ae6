import type { Deps } from '../../src/deps'
import { readStoredCases } from '../../src/commands/storedCases/readStoredCases'
import type { Calibration } from '../../src/answer/calibration'
import { askCase } from '../askCase'
import type { CaseResult } from '../caseResult'
import { installedAsking } from '../runInstalled'
import { readQuestionRun } from '../runFile'
import type { LabelledQuestion } from './fitCalibration'

/** Labelled questions of one origin. */
export interface LabelledGroup {
  name: string
  /** True: searched by words alone. */
  wordsAlone: boolean
  questions: LabelledQuestion[]
}

/** The questions of a run that `vouch eval --out` wrote. @throws {VouchError} when the file is none. */
export const labelledInRun = async (file: string): Promise<LabelledGroup> => {
  const { set, records, circumstances } = await readQuestionRun(file)
  return {
    name: set,
    wordsAlone: circumstances.embeddingModel === null,
    questions: records.flatMap(({ features, answerable, wouldBeRight }) =>
      labelled({ features: features ?? undefined, answerable: answerable ?? undefined, wouldBeRight }),
    ),
  }
}

/**
 * This installation's own labels: the eval cases that are kept in it (by reviewers, from trials, from closed gaps), asked
 * now, by meaning and by words alone.
 */
export const labelledHere = async (
  deps: Deps,
  o: { calibration: Calibration; onProgress?: (done: number, total: number) => void },
): Promise<LabelledGroup[]> => {
  const cases = (await readStoredCases(deps.payload)).filter(({ answerable }) => answerable !== undefined)
  const legs = deps.model ? [deps, { ...deps, model: null }] : [deps]
  const groups: LabelledGroup[] = []
  for (const leg of legs) {
    const questions: LabelledQuestion[] = []
    const { asking } = await installedAsking(leg, cases, { calibration: o.calibration, audiences: [] })
    for (const [i, { audiences, ...evalCase }] of cases.entries()) {
      questions.push(...ofResult(await askCase(evalCase, { ...asking, audiences })))
      o.onProgress?.(groups.length * cases.length + i + 1, legs.length * cases.length)
    }
    groups.push({ name: 'eval cases', wordsAlone: leg.model === null, questions })
  }
  return groups
}

const ofResult = ({ evalCase, resolution, wouldBeRight }: CaseResult): LabelledQuestion[] =>
  labelled({
    features: resolution.features,
    answerable: evalCase.answerable === true,
    wouldBeRight,
  })

/** Nothing is learnt from what is no question of knowledge, or from what nothing would be quoted for. */
const labelled = (o: {
  features: Record<string, number> | undefined
  answerable: boolean | undefined
  wouldBeRight: boolean | null
}): LabelledQuestion[] =>
  o.features && o.answerable !== undefined && o.wouldBeRight !== null
    ? [{ features: o.features, right: o.wouldBeRight, answerable: o.answerable }]
    : []
