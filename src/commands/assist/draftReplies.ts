import { askInParts } from '../../answer/resolve'
import type { Calibration } from '../../answer/calibration'
import type { ResolvePorts } from '../../answer/find'
import { decideBefore } from '../../answer/preRetrievalDecision'
import { retrievalQuestion } from '../../answer/rewrite'
import { subjectOf } from '../../answer/subjectOf'
import type { AskedPart } from '../../answer/askPart'
import type { AskingBot, Decision, Turn } from '../../answer/types'
import { startBudget, withinTime } from '../../answer/withinTime'
import { draftOf, isTold, type Drafted } from '../../assist/draft'
import type { LiveMessage, OpenQuestion } from '../../assist/types'
import type { Deps } from '../../deps'
import type { RankedPassage } from '../../retrieval/types'
import type { Audience, Degradation } from '../../vocabulary'
import { answerPorts } from '../answerPorts'
import { activeCalibration } from '../calibrations'

/** Of the time of an answer, what reading a turn may take. */
const READ_SHARE = 0.2

/** What was drafted for a conversation, and the approved texts about what it asks now. */
export interface DraftedReplies {
  drafted: Drafted[]
  /** For the latest question, with texts for colleagues, best first. */
  knowledge: RankedPassage[]
  /** Why the latest turn would go to a person; null where it would not. */
  escalation: Extract<Decision, { outcome: 'escalated' }> | null
  degraded: Degradation[]
}

interface Drafting {
  open: readonly OpenQuestion[]
  messages: readonly LiveMessage[]
  bot: AskingBot
  locale: string
  /** What customers may be told, and what colleagues may know beside it. */
  audiences: { reply: readonly Audience[]; colleague: readonly Audience[] }
}

/**
 * Drafts a reply for each open question as a bot would answer it, but for what only decides whether a bot may: a person is
 * there, so that what asks for one, and topics that people alone answer, get a draft too.
 */
export async function draftReplies(deps: Deps, drafting: Drafting): Promise<DraftedReplies> {
  await deps.encoder?.ready()
  const calibration = await activeCalibration(deps.payload)
  const { ports } = answerPorts(deps, { calibration })
  const desk: Desk = { ...drafting, ports: forAPerson(ports), calibration, ms: deps.env.VOUCH_ANSWER_TIME_MS }
  const asked: AskedForColleague[] = []
  // One after the other: each has the reader to itself, and a conversation asks one thing more often than not.
  for (const open of drafting.open) asked.push(await askForColleague(open, desk))
  const [latest] = asked
  return {
    drafted: withoutRepeats(
      asked.map(({ draft }) => draft),
      drafting.messages,
    ),
    knowledge: latest?.knowledge ?? [],
    escalation: latest?.escalation ?? null,
    degraded: [...new Set(asked.flatMap(({ degraded }) => degraded))],
  }
}

interface Desk extends Drafting {
  ports: ResolvePorts
  calibration: Calibration
  /** For each question, as for an answer. */
  ms: number
}

interface AskedForColleague extends Omit<DraftedReplies, 'drafted'> {
  draft: Drafted
}

async function askForColleague(open: OpenQuestion, desk: Desk): Promise<AskedForColleague> {
  const { locale, audiences } = desk
  const asked: Turn = { ...ANONYMOUS, ...open, locale, at: Date.now() }
  const escalation = await readBefore(asked, desk)
  const question = escalation ? subjectOf(asked.question, escalation.evidence) : asked.question
  const turn = { ...asked, question }
  const reply = await askAs(turn, audiences.reply, desk)
  const colleague = await askAs(turn, audiences.colleague, desk)
  return {
    draft: draftOf({
      question: open.question,
      decision: reply.decision,
      forColleagues: colleague.decision,
      locale,
    }),
    knowledge: colleague.passages,
    escalation,
    degraded: [...reply.degraded, ...colleague.degraded],
  }
}

const askAs = (
  turn: Turn,
  audiences: readonly Audience[],
  { bot, ports, calibration, ms }: Desk,
): Promise<AskedPart> =>
  askInParts({
    turn,
    bot: { ...bot, audiences },
    ports,
    calibration,
    question: retrievalQuestion(turn),
    budgetMs: ms,
    budget: startBudget(ms),
    timings: {},
  })

const ANONYMOUS = { channel: null, conversationId: null, customer: null }

/** Topics that people alone answer are theirs now. */
const forAPerson = (ports: ResolvePorts): ResolvePorts => ({
  ...ports,
  hydrate: async (candidates, visibility) =>
    (await ports.hydrate(candidates, visibility)).map((passage) => ({
      ...passage,
      topic: passage.topic && { ...passage.topic, escalate: false },
    })),
})

async function readBefore(turn: Turn, { ports, bot, ms }: Desk): Promise<DraftedReplies['escalation']> {
  const read = ports.readTurn
    ? await withinTime(() => ports.readTurn!(turn), ms * READ_SHARE).catch(() => null)
    : null
  const decision = decideBefore(turn, read, bot)
  return decision?.outcome === 'escalated' ? decision : null
}

/** Nothing twice, and nothing that the customer was told already. */
function withoutRepeats(drafted: readonly Drafted[], messages: readonly LiveMessage[]): Drafted[] {
  const seen = new Set<string>()
  return drafted.map(({ reply, uncovered }) => {
    if (!reply || seen.has(reply.text) || isTold(reply, messages)) return { reply: null, uncovered }
    seen.add(reply.text)
    return { reply, uncovered }
  })
}
