import type { Release } from '../../../payload-types'
import type { Deps } from '../../deps'
import { sha256 } from '../../governance/hash'
import { findConflicts, statedUnitsOf, type FoundConflict } from '../../proofs/conflicts/findConflicts'
import { differingPairs, type ConflictSource, type StatedUnit } from '../../proofs/conflicts/pairs'
import { overlap, type Scope } from '../../proofs/conflicts/scope'
import { spread } from '../../proofs/mutations/spread'
import type { RankedPassage } from '../../retrieval/types'
import { asReader } from '../overlay/askAbout'
import { createConsidered } from '../overlay/considered'
import type { TriedText } from '../overlay/draftOverlay'
import type { TextConflict } from './conflict'

/** Sentences of a draft that are compared; of more, so many spread over it. */
const MOST_SENTENCES = 120
/** Kept, the likeliest first: who must read more reads none. */
const MOST_CONFLICTS = 20
/** Instants to come at which another text takes effect, and the draft is compared with it. */
const MOST_LATER = 3

/**
 * What a draft says otherwise than texts that are told to the same people at the same time. Each of its sentences is looked up as
 * a question is, and compared with the sentences that are found.
 */
export async function findDraftConflicts(
  deps: Pick<Deps, 'payload' | 'model' | 'encoder'> & Deps,
  tried: TriedText,
): Promise<TextConflict[]> {
  const ours = statedUnitsOf(sourceOf(tried)).filter(({ claims }) => claims.about !== '')
  const look = await createLook(deps, tried)
  const pairs: ReturnType<typeof differingPairs<ConflictSource>> = []
  for (const unit of spread(ours, MOST_SENTENCES)) pairs.push(...differingPairs([unit], await look(unit)))
  const found = await findConflicts(pairs, portsOf(deps))
  return oneOfEach(found).slice(0, MOST_CONFLICTS).map(toConflict)
}

const sourceOf = ({ document, content }: TriedText): ConflictSource => ({
  releaseId: `draft:${document.collection}/${document.id}`,
  text: content.text,
  start: 0,
  end: content.text.length,
  releaseText: content.text,
  headingPath: [],
  locale: content.locale,
  document: { ...document, title: content.title },
})

/** Looks for the sentences of other texts near one of the draft’s, now and when the next texts take effect. */
async function createLook(deps: Deps, { document, content }: TriedText) {
  const considered = await createConsidered(deps)
  const scope: Scope = { audience: content.audience, from: content.effectiveFrom, to: content.expiresAt }
  const instants = await instantsOf(deps, scope)
  const mayClash = (passage: RankedPassage): boolean =>
    !(passage.document.id === document.id && passage.document.collection === document.collection) &&
    passage.locale === content.locale &&
    overlap(scope, { audience: passage.audience, from: passage.validFrom, to: passage.validTo })
  return async (unit: StatedUnit): Promise<StatedUnit[]> => {
    const units = new Map<string, StatedUnit>()
    for (const at of instants)
      for (const passage of (await considered(asReader(content, unit.topic), at)).flat())
        if (mayClash(passage))
          for (const each of statedUnitsOf<ConflictSource>(passage))
            units.set(`${passage.releaseId} ${each.placed.unit.start}`, each)
    return [...units.values()]
  }
}

async function instantsOf({ payload }: Pick<Deps, 'payload'>, { from, to }: Scope): Promise<number[]> {
  const begins = Math.max(Date.now(), from ? Date.parse(from) : 0)
  const after = new Date(begins).toISOString()
  const { docs } = await payload.find({
    collection: 'releases',
    where: {
      and: [
        { validFrom: to ? { greater_than: after, less_than: to } : { greater_than: after } },
        { withdrawnAt: { exists: false } },
      ],
    },
    sort: 'validFrom',
    depth: 0,
    limit: MOST_LATER,
    select: { validFrom: true },
  })
  const later = (docs as Pick<Release, 'validFrom'>[]).flatMap(({ validFrom }) => validFrom ?? [])
  return [...new Set([begins, ...later.map((instant) => Date.parse(instant))])]
}

/** Patience of a job for one sentence, in ms. */
const WITHIN_MS = 20_000

const portsOf = ({ model, encoder }: Pick<Deps, 'model' | 'encoder'>) => ({
  embed: model ? (texts: string[]) => model.embed(texts, 'passage') : null,
  reads: encoder
    ? async (question: string, windows: readonly string[][]) =>
        (await encoder.read({ question, windows, withinMs: WITHIN_MS })).map(({ answers }) => answers)
    : null,
})

/** One sentence conflicts with a text once: with the sentence that is likeliest. */
function oneOfEach(found: readonly FoundConflict[]): FoundConflict[] {
  const seen = new Set<string>()
  return found.filter(({ a, b }) => {
    const key = `${a.placed.unit.start} ${b.placed.passage.releaseId}`
    return !seen.has(key) && seen.add(key)
  })
}

function toConflict({ a, b, difference, likelihood }: FoundConflict): TextConflict {
  const [ours, theirs] = difference.sides
  // A draft’s other side is always a passage of a release, which knows its version.
  const { document, releaseId, version } = b.placed.passage as RankedPassage
  return {
    id: sha256(JSON.stringify([releaseId, a.placed.text, b.placed.text])).slice(0, ID_LENGTH),
    kind: difference.kind,
    likelihood,
    ours: { sentence: a.placed.text, place: a.placed.headingPath, fact: ours },
    theirs: {
      sentence: b.placed.text,
      place: b.placed.headingPath,
      fact: theirs,
      document: { ...document, version },
      releaseId,
    },
  }
}

/** With the name of the hash before it. */
const ID_LENGTH = 31
