/** Modules by what they import. */
export type Graph = ReadonlyMap<string, readonly string[]>

/** The circles: groups of modules of which each imports, by whatever way, each other (Tarjan). */
export function circlesIn(graph: Graph): string[][] {
  const walk: Walk = { graph, seen: new Map(), low: new Map(), open: [], circles: [] }
  for (const module of graph.keys()) if (!walk.seen.has(module)) visit(walk, module)
  return walk.circles
}

interface Walk {
  graph: Graph
  /** In which order a module was come to. */
  seen: Map<string, number>
  /** The earliest open module that it leads back to. */
  low: Map<string, number>
  /** Modules whose circle is not known yet. */
  open: string[]
  circles: string[][]
}

function visit(walk: Walk, module: string): void {
  const order = walk.seen.size
  walk.seen.set(module, order)
  walk.low.set(module, order)
  walk.open.push(module)
  for (const imported of walk.graph.get(module) ?? []) {
    if (!walk.seen.has(imported)) {
      visit(walk, imported)
      lower(walk, module, walk.low.get(imported))
    } else if (walk.open.includes(imported)) lower(walk, module, walk.seen.get(imported))
  }
  if (walk.low.get(module) === order) close(walk, module)
}

function lower(walk: Walk, module: string, order = Infinity): void {
  walk.low.set(module, Math.min(walk.low.get(module) ?? Infinity, order))
}

function close(walk: Walk, module: string): void {
  const group = walk.open.splice(walk.open.indexOf(module))
  if (group.length > 1 || walk.graph.get(module)?.includes(module)) walk.circles.push(group)
}
