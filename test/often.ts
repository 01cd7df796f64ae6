/** How often a property is tried: a fifth of this for each push, all of it at night (VOUCH_LONG). */
export const often = (runs: number): number => (process.env['VOUCH_LONG'] ? runs : Math.ceil(runs / 5))

/** Of many alike, every so many-th for each push, all of them at night. @param from which of them is the first */
export const someOf = <Row>(
  rows: readonly Row[],
  { each, from = 0 }: { each: number; from?: number },
): Row[] => (process.env['VOUCH_LONG'] ? [...rows] : rows.filter((_, i) => i % each === from % each))

/** For `it.runIf`: what takes half a minute is shown at night. */
export const atNight = Boolean(process.env['VOUCH_LONG'])
