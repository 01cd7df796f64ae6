import {
  APIError,
  type CollectionAfterErrorHook,
  type CollectionAfterOperationHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { SecondFactor, User } from '../../../payload-types'
import { readCode } from '../../../src/governance/secondFactor'
import { notify } from '../../../src/records/notify'
import { recordAudit } from '../../../src/records/recordAudit'
import { turnFactorOn } from '../../../src/records/secondFactor/changeFactor'
import { FactorForged, factorOf, mustHaveFactor } from '../../../src/records/secondFactor/factor'
import { spendCode } from '../../../src/records/secondFactor/spendCode'
import { countCode, forgetCodes, forgetSignIn, placeOf, TooManyAttempts } from '../attempts'
import { CodeNeeded, EnrolmentNeeded, makeOffer, WrongCode } from './refusals'

interface SecondStep {
  code: unknown
  enrolment: unknown
  /** Whose code was looked at. */
  person?: Pick<User, 'id' | 'name'>
  /** Of a factor that was set up by signing in; shown once. */
  recoveryCodes?: string[]
}

const steps = new WeakMap<PayloadRequest, SecondStep>()

/** Whether the password of this request was right, and its code was looked at. */
export function isAtSecondStep(req: PayloadRequest): boolean {
  return steps.get(req)?.person !== undefined
}

/** What came beside the password; Payload’s own handler passes on nothing else. */
export const readSecondStep: CollectionBeforeOperationHook<'users'> = ({ args, operation, req }) => {
  if (operation !== 'login') return args
  const { data } = args as { data?: Partial<SecondStep> }
  const sent = (req.payloadAPI === 'REST' ? (req.data ?? {}) : {}) as Partial<SecondStep>
  const { code = sent.code, enrolment = sent.enrolment } = data ?? {}
  steps.set(req, { code, enrolment })
  return args
}

/**
 * The second step, once the password is right and before there is a token: for every way in that ends in a session. What
 * was written so far, the session among it, is rolled back where it is refused.
 */
export const askForCode: CollectionBeforeLoginHook<User> = async ({ req, user }) => {
  const factor = await factorOf(req.payload, user, req).catch((error: unknown) => {
    throw error instanceof FactorForged ? new APIError(error.message, 401, undefined, true) : error
  })
  if (!factor && !mustHaveFactor(req.payload, user)) return user
  const place = placeOf(req)
  // The password was right, so this was no guess of it.
  if (place) await forgetSignIn(user.email, place)
  const step = steps.get(req)
  if (step?.code === undefined || step.code === '')
    throw factor ? new CodeNeeded() : new EnrolmentNeeded(makeOffer(req.payload, user))
  step.person = { id: user.id, name: user.name }
  await countCode(user.id, place)
  if (factor) await checkCode(req, { factor, user, code: step.code })
  else step.recoveryCodes = await enrol(req, { user, step })
  await forgetCodes(user.id, place)
  return user
}

async function checkCode(
  req: PayloadRequest,
  { factor, user, code }: { factor: SecondFactor; user: User; code: unknown },
): Promise<void> {
  const used = await spendCode(req, { factor, typed: code })
  if (!used) throw new WrongCode(401)
  if (used.by === 'app') return
  await recordAudit(req, {
    action: 'user.recovery_code_used',
    actor: { id: user.id, name: user.name },
    subject: { collection: 'users', id: user.id, title: user.name },
    detail: { left: used.left },
  })
  await notify(req, {
    to: [user.id],
    kind: 'account',
    title: `One of your recovery codes was used to sign in; ${used.left} are left`,
    body: 'If it was not you, tell an admin, or compliance, at once. Make new ones on your account’s page.',
    href: '/admin/account',
    key: `recovery-code:${user.id}:${new Date().toISOString()}`,
    urgent: true,
  })
}

/** Where the roles need a factor and there is none, signing in sets it up: nothing else can be done before. */
async function enrol(
  req: PayloadRequest,
  { user, step: { code, enrolment } }: { user: User; step: SecondStep },
): Promise<string[]> {
  const read = readCode(code)
  if (read.kind !== 'app' || typeof enrolment !== 'string' || enrolment.length > 100) throw new WrongCode(401)
  const codes = await turnFactorOn(req, { person: user, enrolment, code: read.code, sessions: null })
  if (!codes) throw new WrongCode(401)
  return codes
}

/** Whoever set up a factor by signing in sees their recovery codes, this once. */
export const showRecoveryCodes: CollectionAfterOperationHook<'users'> = ({ operation, req, result }) => {
  const codes = operation === 'login' ? steps.get(req)?.recoveryCodes : undefined
  return codes ? ({ ...(result as object), recoveryCodes: codes } as typeof result) : result
}

/** Failures recorded in a minute. */
const failures = new RateLimiterMemory({ points: 60, duration: 60 })

/** Records a wrong code, never what was typed; and tells the person once it is too many: somebody knows their password. */
export const auditWrongCode: CollectionAfterErrorHook = async ({ error, req }) => {
  const person = steps.get(req)?.person
  const limited = error instanceof TooManyAttempts
  if (!person || !(limited || error instanceof WrongCode)) return
  try {
    await failures.consume('all')
    await recordAudit(req, {
      action: 'user.second_factor_failed',
      actor: { id: 'unknown', name: 'Someone' },
      subject: { collection: 'users', id: person.id, title: person.name },
      detail: { because: limited ? 'locked' : 'code' },
    })
    if (limited) await tellOfGuesses(req, person)
  } catch (failed) {
    // Who is refused must be told so, whether or not it could be recorded.
    req.payload.logger.warn({ failed }, 'A wrong code of a second factor was not recorded.')
  }
}

/** Once an hour. */
const tellOfGuesses = (req: PayloadRequest, { id }: { id: string }): Promise<void> =>
  notify(req, {
    to: [id],
    kind: 'account',
    title: 'Someone who knows your password keeps giving wrong codes',
    body: 'If it was not you, set a new password, and tell an admin, or compliance.',
    href: '/admin/account',
    key: `wrong-codes:${id}:${new Date().toISOString().slice(0, 13)}`,
    urgent: true,
  })
