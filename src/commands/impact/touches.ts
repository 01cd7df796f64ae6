import type { Deps } from '../../deps'
import type { RankedPassage } from '../../retrieval/types'
import type { ProofQuestion } from '../overlay/askAbout'
import { createConsidered } from '../overlay/considered'
import type { DraftOverlay } from '../overlay/draftOverlay'

/** Whether a text could change what is said to a question. */
export type Touches = (asked: ProofQuestion) => Promise<boolean>

/**
 * A text touches a question where other passages, or the same in another order, would be read for it. What is decided
 * depends on these alone, so that what is not touched need not be asked twice.
 */
export async function createTouches(deps: Deps, overlay: DraftOverlay): Promise<Touches> {
  const [live, tried] = await Promise.all([createConsidered(deps), createConsidered(deps, overlay)])
  return async (asked) => {
    const [now, then] = [await live(asked), await tried(asked)]
    return now.some((passages, i) => namesOf(passages) !== namesOf(then[i] ?? []))
  }
}

/** What they say and whose they are: the chunks of a draft have ids of their own. */
const namesOf = (passages: readonly RankedPassage[]): string =>
  passages
    .map(({ document, contentHash }) => `${document.collection}/${document.id} ${contentHash}`)
    .join('\n')
