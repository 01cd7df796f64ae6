import type { AskedPart } from './askPart'
import { joinParts } from './joinParts'
import { coverage, termsOf } from './terms'
import type { ReadThing } from './understand/readings'

type Ask = (question: string) => Promise<AskedPart>

/** Every thing that a turn asks, put together in one decision; as a whole where no thing has an answer of its own. */
export async function askThings(
  things: readonly ReadThing[],
  o: { whole: string; locale: string; ask: Ask },
): Promise<AskedPart> {
  const parts = await Promise.all(things.map((thing) => askThing(thing, o)))
  const [only] = parts
  if (parts.length === 1 && only) return only
  return joinParts(parts) ?? o.ask(o.whole)
}

/** The reading of it that is answered best, of those whose answer speaks of what it is about; else the likeliest. */
async function askThing(
  { readings, about }: ReadThing,
  { locale, ask }: { locale: string; ask: Ask },
): Promise<AskedPart> {
  const asked = await Promise.all(readings.map(ask))
  const [first, ...others] = asked
  if (!first) throw new TypeError('What is asked has at least one reading.')
  const good = [first, ...others].filter((part) => speaksOf(part, about, locale))
  return good.reduce<AskedPart | null>((best, part) => (betterThan(part, best) ? part : best), null) ?? first
}

function betterThan({ decision }: AskedPart, best: AskedPart | null): boolean {
  if (decision.outcome !== 'answered') return false
  return (
    best === null || best.decision.outcome !== 'answered' || decision.confidence > best.decision.confidence
  )
}

/** Whether what is quoted, with its title and headings, holds a word of what it must speak of. */
function speaksOf({ decision, passages }: AskedPart, about: string, locale: string): boolean {
  if (decision.outcome !== 'answered') return false
  const wanted = termsOf(about, locale)
  if (wanted.size === 0) return true
  const cited = new Set(decision.citations.map(({ chunkId }) => chunkId))
  const around = passages
    .filter(({ chunkId }) => cited.has(chunkId))
    .map(({ document, headingPath }) => [document.title, ...headingPath].join(' '))
  const said = decision.sentences.map(({ text }) => text)
  return coverage(wanted, termsOf([...said, ...around].join(' '), locale)) > 0
}
