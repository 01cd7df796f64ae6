import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { SecondFactor, User } from '../../../payload-types'
import { readCode } from '../../../src/governance/secondFactor'
import { inTransaction } from '../../../src/database/transaction'
import { recordAudit } from '../../../src/records/recordAudit'
import {
  renewRecoveryCodes,
  turnFactorOff,
  turnFactorOn,
} from '../../../src/records/secondFactor/changeFactor'
import { FactorForged, factorOf, mustHaveFactor } from '../../../src/records/secondFactor/factor'
import { spendCode } from '../../../src/records/secondFactor/spendCode'
import { countCode, forgetCodes, placeOf } from '../attempts'
import { presentSession, readBody, signedInPerson } from '../ownAccount'
import { assertOwnPassword } from '../ownPassword'
import { makeOffer, WrongCode } from './refusals'

const password = z.string({ error: 'Give your current password.' }).max(1000)
const code = z
  .string({ error: 'Give a code of your authenticator app.' })
  .min(1, 'Give a code of your authenticator app.')
  .max(100)
const ProofSchema = z.object({ password, code })

/**
 * A person’s own second factor. Each step takes their password or a code: a session that someone else got hold of is enough
 * for none of them.
 */
export const secondFactorEndpoints: Endpoint[] = [
  post('/second-factor/begin', async (req) => {
    const person = await signedInPerson(req)
    const given = await readBody(req, z.object({ password }))
    if (await factorHere(req, person))
      throw refused('Your second factor is on already. Turn it off to set up another one.')
    await assertOwnPassword(req, { id: person.id, currentPassword: given.password })
    return makeOffer(req.payload, person)
  }),
  post('/second-factor/confirm', async (req) => {
    const person = await signedInPerson(req)
    const given = await readBody(req, z.object({ enrolment: z.string().min(1).max(100), code }))
    const recoveryCodes = await counted(req, person, () =>
      inTransaction({ payload: req.payload }, async (own) => {
        const fresh = await readPerson(own, person)
        if (await factorHere(own, fresh)) throw refused('Your second factor is on already.')
        const read = readCode(given.code)
        if (read.kind !== 'app') return null
        const sessions = (fresh.sessions ?? []).filter(({ id }) => id === presentSession(person))
        return turnFactorOn(own, {
          person: fresh,
          enrolment: given.enrolment,
          code: read.code,
          sessions,
        })
      }),
    )
    return { recoveryCodes }
  }),
  post('/second-factor/off', async (req) => {
    const person = await signedInPerson(req)
    if (mustHaveFactor(req.payload, person))
      throw refused('Your roles are used with a second factor alone here, so it stays on.')
    await withProof(req, person, (own, { fresh }) =>
      turnFactorOff(own, {
        person: fresh,
        actor: fresh,
        action: 'off',
        sessions: (fresh.sessions ?? []).filter(({ id }) => id === presentSession(person)),
      }).then(() => true as const),
    )
    return { secondFactor: false }
  }),
  post('/second-factor/recovery-codes', async (req) => {
    const person = await signedInPerson(req)
    const recoveryCodes = await withProof(req, person, async (own, { fresh }) => {
      // As it is after the code was used.
      const factor = await factorHere(own, fresh)
      return factor ? renewRecoveryCodes(own, { person: fresh, factor }) : null
    })
    return { recoveryCodes }
  }),
]

function post(path: string, handle: (req: PayloadRequest) => Promise<object>): Endpoint {
  return {
    path,
    method: 'post',
    handler: async (req) => Response.json(await handle(req), { headers: { 'cache-control': 'no-store' } }),
  }
}

const refused = (message: string) => new APIError(message, 409, undefined, true)

const readPerson = (req: PayloadRequest, { id }: User): Promise<User> =>
  req.payload.findByID({ collection: 'users', id, depth: 0, showHiddenFields: true, req })

async function factorHere(req: PayloadRequest, person: User): Promise<SecondFactor | null> {
  return factorOf(req.payload, person, req).catch((error: unknown) => {
    throw error instanceof FactorForged ? refused(error.message) : error
  })
}

/** Does something that takes both the person’s password and a code. */
async function withProof<T>(
  req: PayloadRequest,
  person: User,
  run: (own: PayloadRequest, o: { fresh: User }) => Promise<T | null>,
): Promise<T> {
  const given = await readBody(req, ProofSchema)
  if (!person.secondFactor) throw refused('Your second factor is not on.')
  await assertOwnPassword(req, { id: person.id, currentPassword: given.password })
  return counted(req, person, () =>
    inTransaction({ payload: req.payload }, async (own) => {
      const fresh = await readPerson(own, person)
      const factor = await factorHere(own, fresh)
      if (!factor || !(await spendCode(own, { factor, typed: given.code }))) return null
      return run(own, { fresh })
    }),
  )
}

/** Counts a code before it is looked at, and records one that is wrong. @throws {WrongCode} @throws {TooManyAttempts} */
async function counted<T>(req: PayloadRequest, person: User, run: () => Promise<T | null>): Promise<T> {
  const place = placeOf(req)
  await countCode(person.id, place)
  const done = await run()
  if (done === null) {
    await recordAudit(req, {
      action: 'user.second_factor_failed',
      actor: person,
      subject: { collection: 'users', id: person.id, title: person.name },
      detail: { because: 'code' },
    })
    throw new WrongCode(400)
  }
  await forgetCodes(person.id, place)
  return done
}
