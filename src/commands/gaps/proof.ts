import type { Citation, Resolution, Turn } from '../../answer/types'
import type { Deps } from '../../deps'
import { anonymousTurn } from '../../answer/anonymousTurn'
import { askingBot } from '../askingBot'
import { decideTurn, type Versions } from '../decideTurn'
import type { Wording } from './wordings'

/** A wording that is answered now, from a text that came since. */
export interface ProvenWording {
  wording: Wording
  turn: Turn
  resolution: Resolution
  versions: Versions
  /** What the first sentence of the answer rests on. */
  citation: Citation
}

/** Asks a wording as its bot, as customers are answered, and stores nothing. */
export async function askWording(deps: Deps, wording: Wording): Promise<Omit<ProvenWording, 'citation'>> {
  const turn = anonymousTurn(wording)
  return { wording, turn, ...(await decideTurn(deps, { turn, bot: askingBot(wording.bot) })) }
}

/**
 * What the first sentence of an answer rests on, where all of that came since; null where there is no answer, or it begins
 * with another text: then the new one has proven nothing.
 */
export function newFirstCitation(
  { decision }: Resolution,
  isNew: (releaseId: string) => boolean,
): Citation | null {
  if (decision.outcome !== 'answered') return null
  const [first] = decision.sentences
  const cited = decision.citations.filter(({ number }) => first?.citations.includes(number))
  return cited.every(({ releaseId }) => isNew(releaseId)) ? (cited[0] ?? null) : null
}
