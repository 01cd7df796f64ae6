import { stripMarkdown } from '../../answer/markdown'
import type { Deps } from '../../deps'
import { questionsAbout } from '../../proofs/mutations/questionsAbout'
import type { Survivor } from '../../proofs/mutations/report'
import type { Mutation } from '../../proofs/mutations/types'
import { askAbout, asReader, isAnother } from '../overlay/askAbout'
import type { DraftOverlay, TriedText } from '../overlay/draftOverlay'

/** Names a survivor with the first question of ours whose answer changes with it. */
export async function questionThatNotices(
  deps: Deps,
  o: { tried: TriedText; mutation: Mutation; unchanged: DraftOverlay; overlay: DraftOverlay },
): Promise<Survivor> {
  const { content } = o.tried
  const { before, after, headings, unit } = o.mutation
  const sentence = content.text.slice(unit.start, unit.end)
  const survivor = { before, after, place: headings, sentence: stripMarkdown(sentence) }
  for (const question of questionsAbout({
    mutation: o.mutation,
    title: content.title,
    sentence: survivor.sentence,
  })) {
    const asked = asReader(content, question)
    const now = await askAbout(deps, asked, o.unchanged)
    if (now.outcome !== 'answered' || !now.cited.includes(o.tried.document.id)) continue
    const then = await askAbout(deps, asked, o.overlay)
    if (isAnother(now, then)) return { ...survivor, question }
  }
  return { ...survivor, question: null }
}
