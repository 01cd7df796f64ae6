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
  /** As it was typed, where it is answered with its slips mended alone. */
  typed?: string
}

/** Asks a wording as its bot, as customers are answered, and stores nothing. */
export async function askWording(deps: Deps, wording: Wording): Promise<AskedWording> {
  const turn = anonymousTurn(wording)
  return { wording, turn, ...(await decideTurn(deps, { turn, bot: askingBot(wording.bot) })) }
}

/** Why a wording is not proven to be answered. */
export const UNPROVEN = [
  'not_answered',
  'for_a_person',
  'other_text',
  'not_sure_it_answers',
  'fact_missing',
  'bot_gone',
  'to_confirm',
] as const
export type Unproven = (typeof UNPROVEN)[number]

/** From here on the reader takes the question to be answered more likely than not (a logit). */
const MORE_LIKELY_THAN_NOT = 0

/**
 * What the first sentence of an answer rests on, where all of that came since and the new text says what was asked; else why that
 * proves nothing: there is no answer, another text has its say first, or the reader does not say that it is answered.
 * @param names what all of the gap’s wordings are about; the text must speak of each.
 */
export function proofIn(
  { turn, resolution: { decision, features, considered, searched } }: AskedWording,
  {
    isNew,
    ...gapIs
  }: { isNew: (releaseId: string) => boolean; names: ReadonlySet<string>; about: ReadonlySet<string> },
): Citation | Unproven {
  if (decision.outcome === 'escalated') return 'for_a_person'
  if (decision.outcome !== 'answered') return 'not_answered'
  if (decision.mode === 'quoted' && (features?.['read'] ?? 0) < MORE_LIKELY_THAN_NOT)
    return 'not_sure_it_answers'
  const cited = (numbers: readonly number[] = []) =>
    decision.citations.filter(({ number }) => numbers.includes(number))
  const [first] = decision.sentences
  const decisive = cited(first?.citations)
  if (!decisive.every(({ releaseId }) => isNew(releaseId))) return 'other_text'
  const own = decision.sentences.filter(({ citations }) =>
    cited(citations).every(({ releaseId }) => isNew(releaseId)),
  )
  const over = decisive.flatMap(({ document, headingPath }) => [document.title, ...headingPath])
  const proven = provesAnswer({
    // As it was searched for: a slip that was mended names nothing.
    question: searched && isOneQuestion(turn) ? searched.question : turn.question,
    known: considered
      .filter(({ releaseId }) => !isNew(releaseId))
      .map(({ text, document }) => `${document.title}\n${text}`)
      .join('\n'),
    said: own.map(({ text }) => text).join('\n'),
    over: over.join('\n'),
    locale: turn.locale,
    ...gapIs,
  })
  return (proven && decisive[0]) || 'fact_missing'
}

/** A follow-up is searched for with what it follows, which says more than was asked. */
const isOneQuestion = ({ messages }: Turn): boolean => messages.length === 0
