import type { Payload, PayloadRequest } from 'payload'
import type { User } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import { decideConnecting, decideSignIn } from '../../governance/signIn'
import type { ProvidedIdentity, SignInDecision, SignInRefusal } from '../../governance/signIn'
import { providerOf } from '../../records/signIn/connection'
import type { Role } from '../../vocabulary'
import { addAccount, connect } from './addAccount'
import { endAccess } from './endAccess'
import { giveRoles } from './giveRoles'
import { accountOf, findUser, isForged, readStored, type StoredHere } from './knownHere'
import { localAdmins } from './localAdmins'
import { openSession } from './openSession'

export type SignedIn = { ok: true; token: string } | { ok: false; because: SignInRefusal }

interface Rules {
  rolesByGroup: ReadonlyMap<string, readonly Role[]>
  domains: readonly string[]
}

/**
 * Lets somebody in as whom the provider says they are, or says why not. All of it is stored, or none: account, connection,
 * roles, session and what the audit log says of them.
 * @param connecting the id of the signed-in person who connects their account; null where somebody signs in.
 */
export const signInByProvider = (
  { payload, rules }: { payload: Payload; rules: Rules },
  { provided, connecting }: { provided: ProvidedIdentity; connecting: string | null },
): Promise<SignedIn> =>
  inTransaction({ payload }, async (req) => {
    const stored = await readStored(req, provided)
    if (await isForged(req, stored)) return { ok: false, because: 'not_genuine' }
    const decision = connecting
      ? await decideForPerson(req, { connecting, stored, provided, rules })
      : await decide(req, { stored, provided, rules })
    return carryOut(req, { decision, stored, provided })
  })

async function decide(
  req: PayloadRequest,
  {
    stored: { own, sameAddress },
    provided,
    rules,
  }: { stored: StoredHere; provided: ProvidedIdentity; rules: Rules },
): Promise<SignInDecision> {
  const { totalDocs } = await req.payload.count({ collection: 'users', req })
  const account = (user: User | null) => user && accountOf(req, user, provided.issuer)
  return decideSignIn(
    provided,
    { own: await account(own), sameAddress: await account(sameAddress), someoneIsHere: totalDocs > 0 },
    rules,
  )
}

async function decideForPerson(
  req: PayloadRequest,
  o: { connecting: string; stored: StoredHere; provided: ProvidedIdentity; rules: Rules },
): Promise<SignInDecision> {
  const { issuer } = o.provided
  const user = await findUser(req, { id: o.connecting })
  if (!user) return { do: 'refuse', because: 'connect_first' }
  return decideConnecting(
    o.provided,
    {
      account: await accountOf(req, user, issuer),
      own: o.stored.own && (await accountOf(req, o.stored.own, issuer)),
      otherLocalAdmins: (await localAdmins(req.payload, req)).filter(({ id }) => id !== user.id).length,
    },
    o.rules,
  )
}

async function carryOut(
  req: PayloadRequest,
  {
    decision,
    stored,
    provided,
  }: { decision: SignInDecision; stored: StoredHere; provided: ProvidedIdentity },
): Promise<SignedIn> {
  const provider = providerOf(req.payload)?.name ?? provided.issuer
  if (decision.do === 'refuse') return { ok: false, because: decision.because }
  if (decision.do === 'end_access') {
    if (stored.own && stored.identity)
      await endAccess(req, { user: stored.own, identity: stored.identity, provider })
    return { ok: false, because: decision.because }
  }
  const user =
    decision.do === 'create' ? await addAccount(req, provided) : await findUser(req, { id: decision.account })
  if (!user) return { ok: false, because: 'not_genuine' }
  const identity =
    (decision.do === 'enter' && stored.identity) || (await connect(req, { user, provided, provider }))
  await giveRoles(req, { user, identity, given: decision.roles, provider })
  // As it is now, with everything that is stored of it.
  const fresh = (await findUser(req, { id: user.id })) ?? user
  return { ok: true, token: await openSession(req, { user: fresh, through: provider }) }
}
