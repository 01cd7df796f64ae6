/**
 * Where the askings of a gap are. What a refusal opened is a record and stays as it was written; what people did with it since
 * is kept at the gaps: one became part of another, and single askings were moved.
 */
export interface Placed {
  id: string
  /** The gap that it became part of. */
  mergedInto: string | null
  /** Askings of other gaps that were moved here. */
  movedIn: readonly string[]
  /** Its own askings that are elsewhere now. */
  movedOut: readonly string[]
}

/** A gap and all that became part of it, whatever became part of that. Pure. */
export function familyOf(id: string, placed: readonly Placed[]): Placed[] {
  const family = placed.filter((each) => each.id === id)
  for (let i = 0; i < family.length; i += 1)
    family.push(...placed.filter((each) => each.mergedInto === family[i]?.id && !family.includes(each)))
  return family
}

/** A gap and what it became part of, the outermost last. Pure. */
export function pathUp(id: string, placed: ReadonlyMap<string, Placed>): string[] {
  const path = [id]
  for (
    let next = placed.get(id)?.mergedInto;
    next && !path.includes(next);
    next = placed.get(next)?.mergedInto
  )
    path.push(next)
  return path
}

/** By asking: the gap that it was moved to. Pure. */
export const holders = (placed: Iterable<Placed>): Map<string, string> =>
  new Map(Array.from(placed).flatMap(({ id, movedIn }) => movedIn.map((event) => [event, id] as const)))

/** Tells of an asking which gap it is in now, and what that one is part of, the outermost last. Pure. */
export function whereIn(placed: readonly Placed[]): (event: { id: string; gap: string }) => string[] {
  const byId = new Map(placed.map((each) => [each.id, each]))
  const movedTo = holders(placed)
  return ({ id, gap }) => pathUp(movedTo.get(id) ?? gap, byId)
}

/**
 * What changes at the gaps when askings move to another one. Pure.
 * @param events each with the gap that it opened or joined. @returns the changed gaps, by id.
 */
export function moveEvents(
  events: readonly { id: string; gap: string }[],
  { to, placed }: { to: string; placed: readonly Placed[] },
): Map<string, Placed> {
  const now = new Map(placed.map((each) => [each.id, each]))
  const moved = new Set(events.map(({ id }) => id))
  const changed = new Map<string, Placed>()
  for (const each of now.values()) {
    const own = events.filter(({ gap }) => gap === each.id).map(({ id }) => id)
    const kept = each.movedIn.filter((id) => !moved.has(id))
    const isHere = each.id === to
    const movedIn = isHere ? [...kept, ...[...moved].filter((id) => !own.includes(id))] : kept
    const gone = isHere
      ? each.movedOut.filter((id) => !moved.has(id))
      : [...new Set([...each.movedOut, ...own])]
    if (movedIn.join() !== each.movedIn.join() || gone.join() !== each.movedOut.join())
      changed.set(each.id, { ...each, movedIn, movedOut: gone })
  }
  return changed
}
