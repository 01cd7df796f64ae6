import type { Span } from './blocks'
import type { Fits, Unit } from './units'

/** Fills chunks with whole units, in order: as few as fit, without a runt at the end and without a dangling lead-in. */
export function packUnits({ text, units, fits }: { text: string; units: Unit[]; fits: Fits }): Unit[] {
  const groups: Unit[][] = []
  for (const unit of units) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && fits(text.slice(first.start, unit.end))) group.push(unit)
    else groups.push([...leadIn({ text, group, unit, fits }), unit])
  }
  evenOutTail({ text, groups, fits })
  return groups.map(aroundRows)
}

/** "You need the following:" belongs with what follows. Takes it from the end of the group before. */
function leadIn({
  text,
  group,
  unit,
  fits,
}: {
  text: string
  group?: Unit[]
  unit: Unit
  fits: Fits
}): Unit[] {
  const last = group?.at(-1)
  if (!group || !last || group.length < 2 || text[last.end - 1] !== ':') return []
  if (!fits(text.slice(last.start, unit.end))) return []
  group.pop()
  return [last]
}

function evenOutTail({ text, groups, fits }: { text: string; groups: Unit[][]; fits: Fits }): void {
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

/** Rows that stand without the head of their table are the first of their group. */
const aroundRows = (group: Unit[]): Unit => {
  const columns = group[0]?.columns
  return { ...around(group), ...(columns && { columns }) }
}

const around = (group: Span[]): Span => ({ start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 })
const length = (span: Span) => span.end - span.start
