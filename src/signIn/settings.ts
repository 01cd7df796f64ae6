import { z } from 'zod'
import { optional, unset } from '../settingFields'
import { ROLES, type Role } from '../vocabulary'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** As the provider writes it: compared letter by letter with what its tokens say. */
const issuer = z.string().refine((text) => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash } = new URL(text)
  return !search && !hash && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)))
}, 'takes the https address of the provider, as https://login.example.com/realms/staff')

const scopes = z
  .string()
  .transform((text) => [...new Set(['openid', ...text.split(/[\s,]+/).filter(Boolean)])].join(' '))

const domains = z.string().transform((text, context) =>
  text
    .split(',')
    .map((each) => each.trim().toLowerCase().replace(/^@/, ''))
    .filter(Boolean)
    .map((domain) => {
      if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain))
        context.addIssue({
          code: 'custom',
          message: `takes domains such as example.com, several with commas between, not ${domain}`,
        })
      return domain
    }),
)

/** Roles by group; a group may give several. */
export type RolesByGroup = ReadonlyMap<string, readonly Role[]>

/** `Vouch authors=author; CN=Legal,OU=Groups=approver+compliance`: names of directories have commas and equals signs in them. */
const rolesByGroup = z.string().transform((text, context): RolesByGroup => {
  const mapping = new Map<string, Role[]>()
  for (const entry of text
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const at = entry.lastIndexOf('=')
    const group = entry.slice(0, at).trim()
    const named = entry
      .slice(at + 1)
      .split('+')
      .map((each) => each.trim())
    const roles = named.flatMap((name) => ROLES.find((role) => role === name) ?? [])
    if (at < 1 || !group || roles.length !== named.length)
      context.addIssue({
        code: 'custom',
        message: `takes group=role, several roles with + and several groups with ; between, and these roles: ${ROLES.join(', ')}. Not ${entry}`,
      })
    mapping.set(group, [...new Set([...(mapping.get(group) ?? []), ...roles])])
  }
  return mapping
})

/** Variables of signing in through a company’s own provider (OpenID Connect). */
export const OIDC_FIELDS = {
  OIDC_ISSUER: optional(issuer),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_CLIENT_SECRET_FILE: optional(z.string()),
  OIDC_NAME: optional(z.string().max(40, 'takes at most 40 characters')),
  OIDC_SCOPES: z.preprocess(unset, scopes.default('openid email profile')),
  OIDC_GROUPS_CLAIM: z.preprocess(unset, z.string().default('groups')),
  OIDC_EMAIL_VERIFIED_CLAIM: z.preprocess(unset, z.string().default('email_verified')),
  OIDC_ROLES: z.preprocess((value) => value ?? '', rolesByGroup),
  OIDC_EMAIL_DOMAINS: z.preprocess((value) => value ?? '', domains),
}

type Variables = z.infer<z.ZodObject<typeof OIDC_FIELDS>>

/** How people sign in through their company’s provider. */
export interface OidcSettings {
  issuer: string
  clientId: string
  /** Read when it is needed, so that a new one takes effect without a restart. */
  secret: { value: string } | { file: string }
  /** What people call it: on the button, and in sentences. */
  name: string
  scopes: string
  groupsClaim: string
  emailVerifiedClaim: string
  rolesByGroup: RolesByGroup
  /** Those of the company; none: any address that is verified. */
  domains: readonly string[]
}

/** What is missing of it, or cannot be meant; null where there is nothing to say. */
export function oidcProblem(set: Variables): string | null {
  const others = [set.OIDC_CLIENT_ID, set.OIDC_CLIENT_SECRET, set.OIDC_CLIENT_SECRET_FILE]
  if (!set.OIDC_ISSUER)
    return others.some(Boolean) || set.OIDC_ROLES.size > 0
      ? 'OIDC_ISSUER: set it when another OIDC_ variable is set; it is the provider’s address'
      : null
  if (!set.OIDC_CLIENT_ID) return 'OIDC_CLIENT_ID: set it when OIDC_ISSUER is set'
  if (Boolean(set.OIDC_CLIENT_SECRET) === Boolean(set.OIDC_CLIENT_SECRET_FILE))
    return 'OIDC_CLIENT_SECRET: set it, or OIDC_CLIENT_SECRET_FILE, when OIDC_ISSUER is set; one of the two'
  return set.OIDC_ROLES.size
    ? null
    : 'OIDC_ROLES: set it when OIDC_ISSUER is set, as Vouch authors=author; without it nobody can sign in'
}

/** The settings where they are whole; null where people sign in with passwords alone. */
export function oidcSettings(set: Variables): OidcSettings | null {
  if (!set.OIDC_ISSUER || !set.OIDC_CLIENT_ID) return null
  return {
    issuer: set.OIDC_ISSUER,
    clientId: set.OIDC_CLIENT_ID,
    secret: set.OIDC_CLIENT_SECRET_FILE
      ? { file: set.OIDC_CLIENT_SECRET_FILE }
      : { value: set.OIDC_CLIENT_SECRET ?? '' },
    name: set.OIDC_NAME ?? new URL(set.OIDC_ISSUER).hostname,
    scopes: set.OIDC_SCOPES,
    groupsClaim: set.OIDC_GROUPS_CLAIM,
    emailVerifiedClaim: set.OIDC_EMAIL_VERIFIED_CLAIM,
    rolesByGroup: set.OIDC_ROLES,
    domains: set.OIDC_EMAIL_DOMAINS,
  }
}
