import { counted, type Role } from '../vocabulary'
import { PEOPLE_WORDS } from './permissionWords'

/** How far second factors are used in an installation. */
export interface FactorUse {
  /** The roles that are used with one alone. */
  roles: Role[]
  people: number
  /** How many of the people have one. */
  have: number
  /** Names of those who are to have one and have none yet. */
  missing: string[]
}

/** One line for doctor. */
export function describeFactors({ roles, people, have }: FactorUse): string {
  const asked = roles.length
    ? `needed by ${roles.map((role) => PEOPLE_WORDS[role]).join(', ')}`
    : 'nobody needs one (VOUCH_SECOND_FACTOR names roles that do)'
  return `second factor: ${have} of ${counted(people, 'person', 'people')} have one; ${asked}`
}

/** Who sets one up at their next sign-in; nothing where nobody has to. */
export function factorAdvice({ missing }: FactorUse): string[] {
  return missing.length
    ? [
        `${missing.join(', ')} cannot do anything before a second factor is set up, which signing in asks for.`,
      ]
    : []
}
