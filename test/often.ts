/** How often a property is tried: a fifth of this for each push, all of it at night (VOUCH_LONG). */
export const often = (runs: number): number => (process.env['VOUCH_LONG'] ? runs : Math.ceil(runs / 5))
