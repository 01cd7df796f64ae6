import type { DocumentRef } from '../../../ingestion/releases'
import { citationsOf } from '../../answer/cited'
import type { Deps } from '../../deps'
import { whyBroken } from '../../proofs/acceptance'
import { countLabels, IMPACT_LABELS, labelImpact } from '../../proofs/impact'
import { acceptanceOf } from '../acceptance/acceptanceQuestions'
import { askAcceptance } from '../acceptance/askAcceptance'
import { questionedTexts } from '../acceptance/questionedTexts'
import { readGoverned } from '../governedDocument'
import { mutateText } from '../mutate/mutateDocument'
import { findDraftConflicts } from '../conflicts/draftConflicts'
import { askAbout, asReader, type ProofAnswer } from '../overlay/askAbout'
import { createDraftOverlay, readGround, type DraftOverlay } from '../overlay/draftOverlay'
import { readPastQuestions, type PastQuestion } from './pastQuestions'
import { questionsHashOf } from './questionsHash'
import type { BrokenQuestion, ImpactItem, ImpactReport, ReportedAnswer } from './report'
import { createTouches, type Touches } from './touches'

/** Past questions looked at for one report. */
export const MOST_QUESTIONS = 1_000
/** Kept side by side; those that change come first, and all are counted. */
const MOST_ITEMS = 200

interface Making {
  /** Past questions looked at. */
  most?: number
  onProgress?: (done: number, total: number, what: string) => void
}

/**
 * What a document's working version would change if it were published: for past questions, for the acceptance questions of
 * every text, and how well its own questions hold it. Asked over an overlay; nothing is stored, and nothing of it is served.
 * @throws {NotFoundError} when there is no such document.
 */
export async function makeReport(deps: Deps, ref: DocumentRef, making: Making = {}): Promise<ImpactReport> {
  const read = await readGoverned({ payload: deps.payload, ...ref })
  const { content, document, row } = read
  const questions = acceptanceOf(row)
  const text = { document: ref, content, version: document.version }
  const ground = await readGround(deps, text)
  const overlay = await createDraftOverlay(deps, text, ground)
  const touches = await createTouches(deps, text, ground)
  const past = await compareAnswers(deps, { document: ref, overlay, touches, ...making })
  const { survivors, score, noticed, tried, mutations } = await mutateText(deps, {
    read,
    questions,
    base: { ground, overlay },
  })
  return {
    document: { ...ref, title: content.title, version: document.version },
    contentHash: document.contentHash,
    madeAt: new Date().toISOString(),
    questionsHash: questionsHashOf(row),
    ...past,
    acceptance: await askAcceptance(deps, { document: ref, content, questions }, overlay),
    broken: await brokenElsewhere(deps, { document: ref, overlay, touches }),
    conflicts: await findDraftConflicts(deps, text),
    mutation: { score, noticed, tried, mutations, survivors },
  }
}

interface Compared {
  document: DocumentRef
  overlay: DraftOverlay
  touches: Touches
}

async function compareAnswers(
  deps: Deps,
  { document, overlay, touches, most = MOST_QUESTIONS, onProgress = () => {} }: Compared & Making,
): Promise<Pick<ImpactReport, 'looked' | 'asked' | 'counts' | 'items'>> {
  const past = await readPastQuestions(deps.payload, { document, most })
  const items: ImpactItem[] = []
  for (const [i, question] of past.entries()) {
    onProgress(i, past.length, question.question)
    if (await touches(question)) items.push(await compareOne(deps, { question, overlay }))
  }
  const ranked = items.toSorted((a, b) => IMPACT_LABELS.indexOf(a.label) - IMPACT_LABELS.indexOf(b.label))
  const counts = countLabels(items.map(({ label }) => label))
  return {
    looked: past.length,
    asked: items.length,
    counts: { ...counts, unchanged: counts.unchanged + past.length - items.length },
    items: ranked.slice(0, MOST_ITEMS),
  }
}

async function compareOne(
  deps: Deps,
  { question, overlay }: { question: PastQuestion; overlay: DraftOverlay },
): Promise<ImpactItem> {
  const live = await askAbout(deps, question)
  const tried = await askAbout(deps, question, overlay)
  return {
    question: question.question,
    bot: question.bot.name,
    from: question.from,
    label: labelImpact(live, tried),
    live: reported(live),
    tried: reported(tried),
  }
}

const reported = ({ outcome, reason, message, resolution: { decision } }: ProofAnswer): ReportedAnswer => ({
  outcome,
  reason,
  message,
  cited: [...new Set(citationsOf(decision).map((each) => `${each.document.title} v${each.version}`))],
})

/** Questions of other texts that hold now, and would not any more. */
async function brokenElsewhere(
  deps: Deps,
  { document, overlay, touches }: Compared,
): Promise<BrokenQuestion[]> {
  const broken: BrokenQuestion[] = []
  for (const text of await questionedTexts(deps.payload)) {
    if (text.document.id === document.id && text.document.collection === document.collection) continue
    for (const expected of text.questions) {
      const asked = asReader(text.content, expected.question)
      if (!(await touches(asked))) continue
      if (whyBroken(expected, await askAbout(deps, asked), text.document.id)) continue
      const tried = await askAbout(deps, asked, overlay)
      const problem = whyBroken(expected, tried, text.document.id)
      if (problem)
        broken.push({
          document: { ...text.document, title: text.title },
          question: expected.question,
          problem,
          message: tried.message,
        })
    }
  }
  return broken
}
