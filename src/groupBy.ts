/** Items by the name that each has, names and items in their order: Map.groupBy, which Node 20 lacks. Pure. */
export function groupBy<Item, Name>(items: readonly Item[], nameOf: (item: Item) => Name): Map<Name, Item[]> {
  const named = new Map<Name, Item[]>()
  for (const item of items) {
    const name = nameOf(item)
    const known = named.get(name)
    if (known) known.push(item)
    else named.set(name, [item])
  }
  return named
}
