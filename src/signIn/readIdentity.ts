import type { ProvidedIdentity } from '../governance/signIn'

type Claims = Record<string, unknown>

const LONGEST_NAME = 120

/** What the provider says of a person: its ID token’s claims, and those of its user info where there are more. */
export function readIdentity(
  claims: Claims,
  {
    issuer,
    groupsClaim,
    emailVerifiedClaim,
  }: { issuer: string; groupsClaim: string; emailVerifiedClaim: string },
): ProvidedIdentity {
  const email = textOf(claims['email'])?.toLowerCase() ?? null
  return {
    issuer,
    subject: String(claims['sub']),
    email: email && /^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email) ? email : null,
    emailVerified: isYes(claimOf(claims, emailVerifiedClaim)),
    name: (textOf(claims['name']) ?? textOf(claims['preferred_username']))?.slice(0, LONGEST_NAME) ?? null,
    groups: groupsOf(claims, groupsClaim),
  }
}

/** Whether the ID token alone does not say all that is asked. */
export function needsUserInfo(
  claims: Claims,
  names: { groupsClaim: string; emailVerifiedClaim: string },
): boolean {
  return (
    claims['email'] === undefined ||
    claimOf(claims, names.emailVerifiedClaim) === undefined ||
    claimOf(claims, names.groupsClaim) === undefined
  )
}

/** By its whole name first, as `https://example.com/groups`; else as a path, as `realm_access.roles`. */
function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name]
  return name.split('.').reduce<unknown>((value, part) => {
    const object = typeof value === 'object' && value !== null ? (value as Claims) : {}
    return Object.hasOwn(object, part) ? object[part] : undefined
  }, claims)
}

/** A list that is kept elsewhere because it is too long (Microsoft’s “overage”) says nothing of who is in it. */
function groupsOf(claims: Claims, name: string): string[] | null {
  const value = claimOf(claims, name)
  if (value === undefined) return isKeptElsewhere(claims, name) ? null : []
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}

function isKeptElsewhere(claims: Claims, name: string): boolean {
  const elsewhere = claims['_claim_names']
  return (
    (typeof elsewhere === 'object' && elsewhere !== null && Object.hasOwn(elsewhere, name)) ||
    isYes(claims['hasgroups'])
  )
}

/** Some providers write it as text or as a number. */
function isYes(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1'
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? value.trim() : null
}
