import type { CollectionConfig } from 'payload'
import { Users } from './index'
import type { Role } from '../../src/vocabulary'
import { ROLES_OF_FIRST_PERSON } from '../../src/governance/startingRoles'
import { needsSecondFactor } from '../../src/governance/secondFactor'
import { forgotPassword } from './forgotPassword'
import { registerFirst } from './registerFirst'
import { resetPassword } from './resetPassword'
import { secondFactorEndpoints } from './secondFactor/endpoints'
import { resetFactor } from './secondFactor/reset'
import { sessionEndpoints } from './sessions/endpoints'

/**
 * People of an installation with this public address: where links in mails lead, and whether cookies need TLS.
 * @param secondFactorFor the roles that are used with a second factor alone.
 */
export const usersAt = (publicUrl: string, secondFactorFor: readonly Role[] = []): CollectionConfig => ({
  ...Users,
  auth: {
    ...(Users.auth as object),
    cookies: { secure: publicUrl.startsWith('https:'), sameSite: 'Lax' },
    // Ours below; should Payload's ever be called, it does not write outside of its transaction either.
    forgotPassword: { minRequestInterval: 0 },
  },
  endpoints: [
    forgotPassword({ publicUrl }),
    resetPassword,
    ...(needsSecondFactor({ roles: ROLES_OF_FIRST_PERSON }, secondFactorFor) ? [registerFirst] : []),
    ...secondFactorEndpoints,
    ...sessionEndpoints,
    resetFactor,
  ],
})
