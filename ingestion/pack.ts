import type { Section, Span } from './blocks'
import type { Fits } from './units'

/** A section with the spans its chunks are packed from. */
export interface Packable {
  section: Section
  units: Span[]
}

/** A span to become a chunk, under its heading path. */
export interface Packed extends Span {
  headingPath: string[]
}

/** Fills chunks with whole units, in order: as few as fit, without a runt at the end and without a dangling lead-in. */
export function packSection({
  text,
  section,
  units,
  fits,
}: Packable & { text: string; fits: Fits }): Packed[] {
  const groups: Span[][] = []
  for (const unit of units) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && fits(text.slice(first.start, unit.end))) group.push(unit)
    else groups.push([...leadIn({ text, group, unit, fits }), unit])
  }
  evenOutTail({ text, groups, fits })
  return groups.map((group) => {
    const { start, end } = around(group)
    return { start, end, headingPath: section.headingPath }
  })
}

/**
 * Joins neighbouring tiny sections with the same parent into one chunk under that parent, headings included in its
 * span, when each is shorter than `under` characters and the whole fits.
 */
export function mergeTinySections({ text, sections, under, fits }: MergeInput): Packed[] {
  const merged: (Packed & { parent: string | null; from: number })[] = []
  for (const { section, packed } of sections) {
    const above = section.headingPath.slice(0, -1)
    for (const { start, end, headingPath } of packed) {
      const tiny = packed.length === 1 && end - start < under && section.headingPath.length > 0
      const parent = tiny ? JSON.stringify(above) : null
      const last = merged.at(-1)
      if (last && tiny && last.parent === parent && fits(text.slice(last.from, end), above)) {
        Object.assign(last, { start: last.from, end, headingPath: above })
      } else merged.push({ start, end, headingPath, parent, from: section.start })
    }
  }
  return merged.map(({ start, end, headingPath }) => ({ start, end, headingPath }))
}

interface MergeInput {
  text: string
  sections: { section: Section; packed: Packed[] }[]
  under: number
  fits: (part: string, headingPath: string[]) => boolean
}

/** "You need the following:" belongs with what follows. Takes it from the end of the group before. */
function leadIn({
  text,
  group,
  unit,
  fits,
}: {
  text: string
  group?: Span[]
  unit: Span
  fits: Fits
}): Span[] {
  const last = group?.at(-1)
  if (!group || !last || group.length < 2 || text[last.end - 1] !== ':') return []
  if (!fits(text.slice(last.start, unit.end))) return []
  group.pop()
  return [last]
}

function evenOutTail({ text, groups, fits }: { text: string; groups: Span[][]; fits: Fits }): void {
  const [before, tail] = groups.slice(-2)
  if (!before || !tail) return
  for (;;) {
    const moved = before.at(-1)
    if (!moved || before.length < 2) return
    const grown = around([moved, ...tail])
    if (length(grown) > length(around(before.slice(0, -1))) || !fits(text.slice(grown.start, grown.end)))
      return
    before.pop()
    tail.unshift(moved)
  }
}

const around = (group: Span[]): Span => ({ start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 })
const length = (span: Span) => span.end - span.start
