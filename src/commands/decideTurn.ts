import manifest from '../../package.json'
import { defaultCalibration, type Calibration } from '../answer/calibration'
import { findPassages, type ResolvePorts } from '../answer/find'
import { BUILT_IN_POLICIES } from '../escalation/builtIn'
import { CONSIDERED, resolve } from '../answer/resolve'
import { EVIDENCE_ENDS } from '../answer/severity'
import { retrievalQuestion } from '../answer/rewrite'
import type { AskingBot, Resolution, Turn } from '../answer/types'
import { localReaderId } from '../answer/reader/local/read'
import { wordsModel } from '../answer/reader/words/model'
import { startBudget, withinTime } from '../answer/withinTime'
import type { RankedPassage } from '../retrieval/types'
import type { Deps } from '../deps'
import { answerPorts } from './answerPorts'
import { escalationPoliciesAt, policyName, type PoliciesAt } from './escalation/policiesAt'
import { activeCalibration } from './calibrations'
import type { DraftOverlay } from './overlay/draftOverlay'
import { turnModelId } from './turnReader'

/** How long looking up texts for a person who takes over may take, in ms. */
const CONTEXT_BUDGET_MS = 1_500

/** How long looking up the calibration, or the escalation policies, may take, in ms. */
const CALIBRATION_MS = 1_000

/** By which versions of everything an answer was decided; null for what took no part. */
export type Versions = Record<string, string | number | null>

export interface DecidedTurn {
  resolution: Resolution
  versions: Versions
}

/**
 * Decides one turn with what this process has now, and stores nothing: the one way in which bots are answered, answers
 * are replayed, and people try a question or a case.
 * @param withdrawnToo whether a person asks about an instant that is past, and may read what was withdrawn since.
 * @param overlay a draft that is tried as if it were published; never for what is served.
 */
export const decideTurn = async (
  deps: Deps,
  {
    turn,
    bot,
    withdrawnToo = false,
    overlay,
    signal,
  }: {
    turn: Turn
    bot: AskingBot
    withdrawnToo?: boolean
    overlay?: DraftOverlay | undefined
    signal?: AbortSignal | undefined
  },
): Promise<DecidedTurn> => {
  // Of a process's first question; none of the question's own time.
  await deps.encoder?.ready()
  const [calibration, governed] = await Promise.all([calibrationInTime(deps), policiesInTime(deps, turn.at)])
  const { ports, version } = answerPorts(deps, { calibration, withdrawnToo, overlay })
  const decided = await resolve({
    turn,
    bot,
    ports,
    calibration,
    policies: governed.policies,
    budgetMs: deps.env.VOUCH_ANSWER_TIME_MS,
    models: deps.languageModels,
    signal,
  })
  const known = await withKnowledge({ resolution: decided, turn, bot, ports })
  const resolution = { ...known, considered: known.considered.map(withoutReleaseText) }
  const searched = version()
  const versions = {
    vouch: manifest.version,
    indexVersion: searched?.id ?? null,
    embeddingModel: searched?.model?.id ?? null,
    denseWeight: searched?.denseWeight ?? null,
    chunker: searched?.chunker ?? null,
    calibration: calibration.id,
    turnModel: turnModelId(),
    escalationPolicies: governed.id,
    escalatedBy: resolution.escalatedBy ? policyName(resolution.escalatedBy.policy) : null,
    ...(governed.faults.length > 0 && { escalationFaults: governed.faults.join(' ') }),
    reader: deps.encoder ? localReaderId(deps.encoder) : wordsModel.id,
  }
  return { resolution, versions }
}

/** What is kept and shown of a passage: its release's whole text is there already, and large. */
const withoutReleaseText = (passage: RankedPassage): RankedPassage => {
  const { releaseText: _releaseText, ...kept } = passage
  return kept
}

/** With a database that is away nothing will be answered; the way there still needs a calibration. */
const calibrationInTime = ({ payload }: Deps): Promise<Calibration> =>
  withinTime(() => activeCalibration(payload), CALIBRATION_MS).catch(() => defaultCalibration)

/** Where they cannot be read in time, what ships with Vouch decides. */
const policiesInTime = ({ payload }: Deps, at: number): Promise<PoliciesAt> =>
  withinTime(() => escalationPoliciesAt(payload, { at }), CALIBRATION_MS).catch(() => ({
    policies: BUILT_IN_POLICIES,
    id: null,
    faults: ['The escalation policies could not be read in time.'],
  }))

/** A person who takes over is given the texts about it, also when the customer's own words were enough to decide. */
const withKnowledge = async ({
  resolution,
  turn,
  bot,
  ports,
}: {
  resolution: Resolution
  turn: Turn
  bot: AskingBot
  ports: ResolvePorts
}): Promise<Resolution> => {
  const { decision, considered } = resolution
  if (decision.outcome !== 'escalated' || considered.length) return resolution
  // “I want to speak to a person about my repair” is looked up as “about my repair”.
  const [words = ''] = decision.evidence.split(EVIDENCE_ENDS)
  const subject = turn.question.replace(words, ' ').trim() || turn.question
  const request = {
    question: retrievalQuestion({ ...turn, question: subject }),
    at: turn.at,
    audiences: bot.audiences,
    limit: CONSIDERED,
    locale: turn.locale,
  }
  const found = await findPassages({ request, ports, budget: startBudget(CONTEXT_BUDGET_MS), timings: {} })
  return { ...resolution, considered: found.available ? found.passages : [] }
}
