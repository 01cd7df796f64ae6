import { type Audience, AUDIENCES } from '../src/vocabulary'

/**
 * The narrower of two audiences, so that no part of a source is widened by another. Customers and partners are different
 * people: what is for the one and for the other at once is for neither.
 */
export function narrowerAudience(a: Audience, b: Audience): Audience {
  if (a === b) return a
  const apart = [a, b].every((audience) => audience === 'customer' || audience === 'partner')
  return apart ? 'internal' : AUDIENCES[Math.max(AUDIENCES.indexOf(a), AUDIENCES.indexOf(b))]!
}
