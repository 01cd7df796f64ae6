import type { Role } from '../../src/vocabulary'

/** Sign-ins of the seeded people; the same password for all of them. */
export const PASSWORD = 'correct horse battery'
export const PEOPLE = {
  author: { email: 'ada@example.com', name: 'Ada Author', roles: ['author'] },
  approver: { email: 'ben@example.com', name: 'Ben Approver', roles: ['approver'] },
  compliance: { email: 'cora@example.com', name: 'Cora Compliance', roles: ['compliance'] },
  qa: { email: 'quinn@example.com', name: 'Quinn Reviewer', roles: ['qa'] },
  admin: { email: 'olga@example.com', name: 'Olga Admin', roles: ['admin'] },
} satisfies Record<string, { email: string; name: string; roles: Role[] }>
