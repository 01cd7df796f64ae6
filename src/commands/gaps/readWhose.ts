import { activeIndexVersion } from '../../../ingestion/indexVersions'
import { termsOf } from '../../answer/terms'
import type { Resolution, Turn } from '../../answer/types'
import type { Deps } from '../../deps'
import { whoseMatter, type Named } from '../../gaps/others'
import { AUDIENCES } from '../../vocabulary'

/** How a question names what no text of ours has; of one whose words cannot be looked up, nothing. */
export const NOBODYS: Named = { foreign: new Set(), isOthers: false }

/** Whose matter an unanswered question is, by the words of all texts in force; what cannot be found out is ours. */
export async function readWhose(
  deps: Pick<Deps, 'payload' | 'store'>,
  { turn, resolution }: { turn: Turn; resolution: Pick<Resolution, 'considered'> },
): Promise<Named> {
  const { question, locale } = turn
  const known = await knownTerms(deps, { terms: [...termsOf(question, locale)], at: turn.at }).catch(
    () => null,
  )
  if (!known) return NOBODYS
  for (const { document, text } of resolution.considered)
    for (const term of termsOf(`${document.title} ${text}`, locale)) known.add(term)
  return whoseMatter({ question, locale, knows: (term) => known.has(term) })
}

/** Which of these stand in a text in force; null where the index cannot tell. */
async function knownTerms(
  { payload, store }: Pick<Deps, 'payload' | 'store'>,
  { terms, at }: { terms: string[]; at: number },
): Promise<Set<string> | null> {
  const version = await activeIndexVersion(payload)
  if (!version || !store.vocabulary || terms.length === 0) return null
  const held = await store.vocabulary(version, { among: terms }, { audiences: AUDIENCES, at })
  return new Set(held.map(({ term }) => term))
}
