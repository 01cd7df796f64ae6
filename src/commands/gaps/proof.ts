import { anonymousTurn } from '../../answer/anonymousTurn'
import type { Citation, Resolution, Turn } from '../../answer/types'
import type { Deps } from '../../deps'
import { provesAnswer } from '../../gaps/proves'
import { askingBot } from '../askingBot'
import { decideTurn, type Versions } from '../decideTurn'
import type { Wording } from './wordings'

interface AskedWording {
  wording: Wording
  turn: Turn
  resolution: Resolution
  versions: Versions
}

/** A wording that is answered now, from a text that came since. */
export interface ProvenWording extends AskedWording {
  /** What the first sentence of the answer rests on. */
  citation: Citation
}

/** Asks a wording as its bot, as customers are answered, and stores nothing. */
export async function askWording(deps: Deps, wording: Wording): Promise<AskedWording> {
  const turn = anonymousTurn(wording)
  return { wording, turn, ...(await decideTurn(deps, { turn, bot: askingBot(wording.bot) })) }
}

/**
 * What the first sentence of an answer rests on, where all of that came since and the new text says what was asked; null where
 * there is no answer, or another text has its say first: then the new one has proven nothing.
 */
export function proofIn(
  { turn, resolution: { decision } }: AskedWording,
  isNew: (releaseId: string) => boolean,
): Citation | null {
  if (decision.outcome !== 'answered') return null
  const cited = (numbers: readonly number[] = []) =>
    decision.citations.filter(({ number }) => numbers.includes(number))
  const [first] = decision.sentences
  const decisive = cited(first?.citations)
  if (!decisive.every(({ releaseId }) => isNew(releaseId))) return null
  const own = decision.sentences.filter(({ citations }) =>
    cited(citations).every(({ releaseId }) => isNew(releaseId)),
  )
  const over = decisive.flatMap(({ document, headingPath }) => [document.title, ...headingPath])
  const proven = provesAnswer({
    question: turn.question,
    said: own.map(({ text }) => text).join('\n'),
    over: over.join('\n'),
    locale: turn.locale,
  })
  return proven ? (decisive[0] ?? null) : null
}
