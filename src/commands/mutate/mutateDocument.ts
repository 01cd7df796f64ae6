import type { DocumentRef } from '../../../ingestion/releases'
import { citationsOf } from '../../answer/cited'
import type { Deps } from '../../deps'
import type { AcceptanceQuestion } from '../../proofs/acceptance'
import { mutated, mutationsOf } from '../../proofs/mutations/mutationsOf'
import { spread } from '../../proofs/mutations/spread'
import type { MutationReport } from '../../proofs/mutations/report'
import type { Mutation } from '../../proofs/mutations/types'
import { acceptanceOf } from '../acceptance/acceptanceQuestions'
import { readGoverned, type ReadGoverned } from '../governedDocument'
import { askAbout, asReader, isAnother, type ProofAnswer, type ProofQuestion } from '../overlay/askAbout'
import {
  createDraftOverlay,
  readGround,
  type DraftOverlay,
  type OverlayGround,
  type TriedText,
} from '../overlay/draftOverlay'
import { questionThatNotices } from './questionThatNotices'

/** Changes tried of one text; of more, so many spread over it. */
export const MOST_MUTATIONS = 60

/**
 * The knowledge mutation score of a document's working version: its facts are changed one by one, in an overlay that is
 * never served, and its acceptance questions must notice.
 * @throws {NotFoundError} when there is no such document.
 */
export async function mutateDocument(
  deps: Deps,
  ref: DocumentRef,
  o: { onProgress?: (done: number, total: number) => void } = {},
): Promise<MutationReport> {
  const read = await readGoverned({ payload: deps.payload, ...ref })
  return mutateText(deps, { read, questions: acceptanceOf(read.row), ...o })
}

/** The same for a text that was read before. @param base where its overlay was made already; made anew without it. */
export async function mutateText(
  deps: Deps,
  {
    read: { content, document },
    questions,
    base,
    onProgress = () => {},
  }: {
    read: ReadGoverned
    questions: readonly AcceptanceQuestion[]
    base?: { ground: OverlayGround; overlay: DraftOverlay }
    onProgress?: (done: number, total: number) => void
  },
): Promise<MutationReport> {
  const tried: TriedText = {
    document: { collection: document.collection, id: document.id },
    content,
    version: document.version,
  }
  const all = mutationsOf(content.text, content.locale)
  const chosen = spread(all, MOST_MUTATIONS)
  const ground = base?.ground ?? (await readGround(deps, tried))
  const unchanged = base?.overlay ?? (await createDraftOverlay(deps, tried, ground))
  const asked = await Promise.all(
    questions.map(async ({ question }): Promise<Asked> => {
      const each = asReader(content, question)
      return { each, before: await askAbout(deps, each, unchanged) }
    }),
  )
  const survivors: MutationReport['survivors'] = []
  for (const [i, mutation] of chosen.entries()) {
    onProgress(i, chosen.length)
    const overlay = await overlayWith(deps, { tried, mutation, ground })
    if (await isNoticed(deps, { asked, mutation, overlay })) continue
    const survivor = await questionThatNotices(deps, { tried, mutation, unchanged, overlay })
    survivors.push({ ...survivor, kind: mutation.kind })
  }
  const noticed = chosen.length - survivors.length
  return {
    document: { ...tried.document, title: content.title, version: document.version },
    questions: questions.length,
    mutations: all.length,
    tried: chosen.length,
    noticed,
    score: chosen.length > 0 ? noticed / chosen.length : null,
    survivors,
  }
}

interface Asked {
  each: ProofQuestion
  before: ProofAnswer
}

const overlayWith = (
  deps: Deps,
  { tried, mutation, ground }: { tried: TriedText; mutation: Mutation; ground: OverlayGround },
): Promise<DraftOverlay> =>
  createDraftOverlay(
    deps,
    { ...tried, content: { ...tried.content, text: mutated(tried.content.text, mutation) } },
    ground,
  )

/** Whether the answer to one of the questions, or its outcome, is another than before. */
async function isNoticed(
  deps: Deps,
  { asked, mutation, overlay }: { asked: readonly Asked[]; mutation: Mutation; overlay: DraftOverlay },
): Promise<boolean> {
  const near = asked
    .filter(({ before }) => reads(before, overlay, mutation))
    .toSorted((a, b) => Number(quotes(b.before, mutation)) - Number(quotes(a.before, mutation)))
  for (const { each, before } of near) if (isAnother(before, await askAbout(deps, each, overlay))) return true
  return false
}

/** A question that does not read the place cannot notice what changes there. */
const reads = ({ resolution }: ProofAnswer, { releaseId }: DraftOverlay, { start, end }: Mutation): boolean =>
  resolution.considered.some(
    (passage) => passage.releaseId === releaseId && passage.start < end && start < passage.end,
  )

const quotes = ({ resolution: { decision } }: ProofAnswer, { start, end }: Mutation): boolean =>
  citationsOf(decision).some((citation) => citation.start < end && start < citation.end)
