import type { Deps } from '../../deps'
import { FUSION_DEPTH } from '../../retrieval/fuse'
import { rememberSearches } from '../../retrieval/overlay/rememberSearches'
import type { RankedPassage } from '../../retrieval/types'
import type { ProofQuestion } from '../overlay/askAbout'
import { createConsidered } from '../overlay/considered'
import { createDraftOverlay, type OverlayGround, type TriedText } from '../overlay/draftOverlay'

/** Whether a text could change what is said to a question. */
export type Touches = (asked: ProofQuestion) => Promise<boolean>

/**
 * A text touches a question where other passages, or the same in another order, would be read for it; what is not touched is
 * not asked twice. Scores that move a little under the same passages are not followed.
 */
export async function createTouches(deps: Deps, tried: TriedText, ground: OverlayGround): Promise<Touches> {
  const store = rememberSearches(deps.store, FUSION_DEPTH + ground.hidden.size)
  const once = { ...deps, store }
  const overlay = await createDraftOverlay(once, tried, ground)
  const [live, laidOver] = await Promise.all([createConsidered(once), createConsidered(once, overlay)])
  return async (asked) => {
    // Of one instant, so that both are made of the same search.
    const at = Date.now()
    const [now, then] = [await live(asked, at), await laidOver(asked, at)]
    return now.some((passages, i) => namesOf(passages) !== namesOf(then[i] ?? []))
  }
}

/** What they say and whose they are: the chunks of a draft have ids of their own. */
const namesOf = (passages: readonly RankedPassage[]): string =>
  passages
    .map(({ document, contentHash }) => `${document.collection}/${document.id} ${contentHash}`)
    .join('\n')
