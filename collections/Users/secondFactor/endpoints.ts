import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import type { User } from '../../../payload-types'
import { recordAudit } from '../../../src/records/recordAudit'
import { FactorForged, factorOf, mustHaveFactor } from '../../../src/records/secondFactor/factor'
import { confirmFactor, endFactor, replaceRecoveryCodes } from '../../../src/records/secondFactor/ownFactor'
import { countCode, forgetCodes, placeOf } from '../attempts'
import { presentSession, readBody, signedInPerson } from '../ownAccount'
import { assertOwnPassword } from '../ownPassword'
import { makeOffer, WrongCode } from './refusals'

const password = z.string({ error: 'Give your current password.' }).max(1000)
const code = z
  .string({ error: 'Give a code of your authenticator app.' })
  .min(1, 'Give a code of your authenticator app.')
  .max(100)
const ConfirmSchema = z.object({ enrolment: z.string().min(1).max(100), code })
const ProofSchema = z.object({ password, code })

/**
 * A person’s own second factor. Each step takes their password or a code: a session that someone else got hold of is enough
 * for none of them.
 */
export const secondFactorEndpoints: Endpoint[] = [
  post('/second-factor/begin', async (req, person) => {
    const given = await readBody(req, z.object({ password }))
    if (await factorOf(req.payload, person))
      throw refused('Your second factor is on already. Turn it off to set up another one.')
    await assertOwnPassword(req, { id: person.id, currentPassword: given.password })
    return makeOffer(req.payload, person)
  }),
  post('/second-factor/confirm', async (req, person) => {
    const { enrolment, code: typed } = await readBody(req, ConfirmSchema)
    const session = presentSession(person)
    const recoveryCodes = await counted(req, person, () =>
      confirmFactor(req.payload, { person, session, enrolment, typed }),
    )
    if (recoveryCodes === 'on') throw refused('Your second factor is on already.')
    return { recoveryCodes }
  }),
  post('/second-factor/off', async (req, person) => {
    if (mustHaveFactor(req.payload, person))
      throw refused('Your roles are used with a second factor alone here, so it stays on.')
    const typed = await readProof(req, person)
    const session = presentSession(person)
    await counted(req, person, () => endFactor(req.payload, { person, session, typed }))
    return { secondFactor: false }
  }),
  post('/second-factor/recovery-codes', async (req, person) => {
    const typed = await readProof(req, person)
    return {
      recoveryCodes: await counted(req, person, () => replaceRecoveryCodes(req.payload, { person, typed })),
    }
  }),
]

function post(path: string, handle: (req: PayloadRequest, person: User) => Promise<object>): Endpoint {
  return {
    path,
    method: 'post',
    handler: async (req) => {
      const body = await handle(req, await signedInPerson(req)).catch((error: unknown) => {
        throw error instanceof FactorForged ? refused(error.message) : error
      })
      return Response.json(body, { headers: { 'cache-control': 'no-store' } })
    },
  }
}

const refused = (message: string) => new APIError(message, 409, undefined, true)

/** The code that came with the right password. */
async function readProof(req: PayloadRequest, person: User): Promise<string> {
  const given = await readBody(req, ProofSchema)
  if (!person.secondFactor) throw refused('Your second factor is not on.')
  await assertOwnPassword(req, { id: person.id, currentPassword: given.password })
  return given.code
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
