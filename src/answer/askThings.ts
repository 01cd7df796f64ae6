import type { AskedPart } from './askPart'
import { joinParts } from './joinParts'
import { speaksOf, speaksOfEach } from './speaksOf'
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

/**
 * The reading of it that is answered best, of those whose answer speaks of what it is about; else the likeliest. What is asked in
 * several turns is put into one question by rule only where it is answered no other way.
 */
async function askThing(
  { readings, about, said = [], otherwise }: ReadThing,
  { locale, ask }: { locale: string; ask: Ask },
): Promise<AskedPart> {
  const askOne = async (question: string) => besideWhatWasAsked(await ask(question), said, locale)
  const asked = await Promise.all(readings.map(askOne))
  const [first, ...others] = asked
  if (!first) throw new TypeError('What is asked has at least one reading.')
  const good = [first, ...others].filter((part) => speaksOf(part, about, locale))
  const best = good.reduce<AskedPart | null>(
    (before, part) => (betterThan(part, before) ? part : before),
    null,
  )
  if (best) return best
  const last = otherwise && asked.every(isMissed) ? await askOne(otherwise) : null
  return last?.decision.outcome === 'answered' ? last : first
}

const isMissed = ({ decision }: AskedPart): boolean =>
  decision.outcome === 'refused' && decision.reason !== 'unavailable' && decision.reason !== 'not_advised'

/** An answer that leaves out what one of the turns says is no answer to them. */
function besideWhatWasAsked(part: AskedPart, said: readonly string[], locale: string): AskedPart {
  const { decision } = part
  if (decision.outcome !== 'answered' || speaksOfEach(part, said, locale)) return part
  return {
    ...part,
    decision: { outcome: 'refused', reason: 'insufficient', confidence: decision.confidence },
  }
}

function betterThan({ decision }: AskedPart, best: AskedPart | null): boolean {
  if (decision.outcome !== 'answered') return false
  return (
    best === null || best.decision.outcome !== 'answered' || decision.confidence > best.decision.confidence
  )
}
