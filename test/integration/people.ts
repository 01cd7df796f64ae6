import type { Role } from '../../src/vocabulary'

/** Who is in every installation of the integration tests, by first name. */
export const PEOPLE: Record<string, Role[]> = {
  ann: ['author'],
  ben: ['approver'],
  cora: ['compliance'],
  dan: ['approver'],
  quinn: ['qa'],
  amy: ['agent'],
  ada: ['admin'],
}
