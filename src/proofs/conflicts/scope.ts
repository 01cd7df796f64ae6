/** For whom and when a text holds. Instants are ISO 8601; null is always. */
export interface Scope {
  audience: string
  from: string | null
  to: string | null
}

/** Whether somebody can be told both at one instant: one audience, and times that overlap. Pure. */
export const overlap = (a: Scope, b: Scope): boolean =>
  a.audience === b.audience && begins(a) < ends(b) && begins(b) < ends(a)

const begins = ({ from }: Scope): number => (from ? Date.parse(from) : -Infinity)
const ends = ({ to }: Scope): number => (to ? Date.parse(to) : Infinity)
