import { may } from './permissions'
import { RIGHTS } from './rights'
import { ROLES, type Role } from '../vocabulary'

/** Whom the provider says somebody is. What it says is believed of its own people alone. */
export interface ProvidedIdentity {
  issuer: string
  /** The provider’s own name for the person, which is never given to another. */
  subject: string
  /** In lower case. */
  email: string | null
  emailVerified: boolean
  name: string | null
  /** Null: the provider did not list them, which says nothing of whether there are any. */
  groups: readonly string[] | null
}

/** An account as far as signing in asks. */
export interface AccountAtSignIn {
  id: string
  roles: readonly Role[]
  left: boolean
  /** As who it signs in at this provider. */
  connectedTo: string | null
}

/** Why somebody does not get in; each has its words for people in signInWords.ts. */
export const SIGN_IN_REFUSALS = [
  'no_group',
  'groups_unknown',
  'email_unverified',
  'email_domain',
  'left',
  'nobody_here',
  'connect_first',
  'address_taken',
  'connected_elsewhere',
  'last_local_admin',
  'not_genuine',
] as const
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number]

export type SignInDecision =
  | { do: 'enter' | 'connect'; account: string; roles: Role[] }
  | { do: 'create'; roles: Role[] }
  /** They were here, and the provider says that they no longer are. */
  | { do: 'end_access'; account: string; because: 'no_group' }
  | { do: 'refuse'; because: SignInRefusal }

/** What is known here of somebody who comes from the provider. */
export interface KnownHere {
  /** The account that signs in as this identity. */
  own: AccountAtSignIn | null
  /** The account with the same address. */
  sameAddress: AccountAtSignIn | null
  /** Whether this installation has had its first person. */
  someoneIsHere: boolean
}

/** The roles that these groups give, and no others. */
export function rolesOfGroups(
  groups: readonly string[],
  mapping: ReadonlyMap<string, readonly Role[]>,
): Role[] {
  const given = new Set(groups.flatMap((group) => mapping.get(group) ?? []))
  return ROLES.filter((role) => given.has(role))
}

/** Whether an address belongs to the company; where it names no domains, any does. */
export function isOfDomains(email: string, domains: readonly string[]): boolean {
  return !domains.length || domains.includes(email.slice(email.lastIndexOf('@') + 1))
}

interface Rules {
  rolesByGroup: ReadonlyMap<string, readonly Role[]>
  domains: readonly string[]
}

/**
 * What becomes of somebody who comes back from the provider. docs/adr/0019 says why.
 */
export function decideSignIn(identity: ProvidedIdentity, known: KnownHere, rules: Rules): SignInDecision {
  const wrong = refuseIdentity(identity, known, rules)
  if (wrong) return { do: 'refuse', because: wrong }
  const roles = rolesOfGroups(identity.groups ?? [], rules.rolesByGroup)
  const { own, sameAddress } = known
  if (!roles.length)
    return own
      ? { do: 'end_access', account: own.id, because: 'no_group' }
      : { do: 'refuse', because: 'no_group' }
  if (own) return { do: 'enter', account: own.id, roles }
  if (!sameAddress) return { do: 'create', roles }
  const because = refuseByAddress(sameAddress, rules)
  return because ? { do: 'refuse', because } : { do: 'connect', account: sameAddress.id, roles }
}

/** What speaks against letting anybody in as this identity. */
function refuseIdentity(
  { email, emailVerified, groups }: ProvidedIdentity,
  { own, someoneIsHere }: KnownHere,
  { domains }: Rules,
): SignInRefusal | null {
  if (!someoneIsHere) return 'nobody_here'
  if (own?.left) return 'left'
  if (groups === null) return 'groups_unknown'
  if (!email || !emailVerified) return 'email_unverified'
  return isOfDomains(email, domains) ? null : 'email_domain'
}

/**
 * An account that was here before is taken over by its address only where that opens nothing that counts: the company named
 * the address’s domain as its own, and the account decides nothing of what bots say. Whoever may sign proves with their
 * password that both are theirs (`decideConnecting`).
 */
function refuseByAddress(account: AccountAtSignIn, { domains }: Rules): SignInRefusal | null {
  if (account.left) return 'left'
  // An address that was given to somebody new, or one person with two identities: the provider cannot say which.
  if (account.connectedTo) return 'address_taken'
  const holdsRight = RIGHTS.some((right) => account.roles.includes(right))
  return holdsRight || !domains.length ? 'connect_first' : null
}

/** What becomes of a signed-in person who connects their account: their password spoke for it, the provider for the identity. */
export function decideConnecting(
  identity: ProvidedIdentity,
  {
    account,
    own,
    otherLocalAdmins,
  }: { account: AccountAtSignIn; own: AccountAtSignIn | null; otherLocalAdmins: number },
  rules: Rules,
): SignInDecision {
  const wrong = refuseIdentity(identity, { own: account, sameAddress: null, someoneIsHere: true }, rules)
  if (wrong) return { do: 'refuse', because: wrong }
  if (own && own.id !== account.id) return { do: 'refuse', because: 'connected_elsewhere' }
  const roles = rolesOfGroups(identity.groups ?? [], rules.rolesByGroup)
  // Nothing is taken from an account that was never connected.
  if (!roles.length) return { do: 'refuse', because: 'no_group' }
  if (account.connectedTo && !own) return { do: 'refuse', because: 'connected_elsewhere' }
  if (may(account, 'managePeople') && !otherLocalAdmins) return { do: 'refuse', because: 'last_local_admin' }
  return { do: 'connect', account: account.id, roles }
}

/**
 * Roles after a sign-in: those of the groups and no others. A right to sign that is new among them waits for a second person,
 * where there is one: whoever puts people into groups is the first. What was asked once is not asked at each sign-in.
 */
export function rolesAtSignIn({
  before,
  given,
  givenLastTime,
  secondPersonIsHere,
}: {
  before: readonly Role[]
  given: readonly Role[]
  givenLastTime: readonly Role[]
  secondPersonIsHere: boolean
}): { roles: Role[]; ask: Role[] } {
  const fresh = RIGHTS.filter((right) => given.includes(right) && !before.includes(right))
  const asked = fresh.filter((right) => !givenLastTime.includes(right))
  const held = secondPersonIsHere ? fresh : fresh.filter((right) => !asked.includes(right))
  return {
    roles: given.filter((role) => !held.some((right) => right === role)),
    ask: secondPersonIsHere ? asked : [],
  }
}
