import type {
  CollectionAfterErrorHook,
  CollectionAfterLoginHook,
  CollectionBeforeOperationHook,
} from 'payload'
import { AuthenticationError } from 'payload'
import { setTimeout as sleep } from 'node:timers/promises'
import { countSignIn, forgetSignIn, placeOf } from './attempts'
import { checkNothing } from './passwordHash'

/** A refusal takes at least this long: what is written down for a known account alone is hidden in it. */
const REFUSED_AFTER_MS = 450

interface SignIn {
  email?: unknown
  password?: unknown
}

/** Counts each attempt to sign in before anything is looked up, and works as hard for an unknown address as for a known. */
export const limitSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args
  const { email, password } = (args as { data?: SignIn }).data ?? {}
  const address = addressOf(email)
  const place = placeOf(req)
  if (!place) return args
  req.context['signInStarted'] = performance.now()
  await countSignIn(address, place)
  const user = await req.payload.db.findOne<{ id: string; hash?: string }>({
    collection: 'users',
    where: { email: { equals: address } },
    req,
  })
  if (!user?.hash && typeof password === 'string') await checkNothing(password)
  return args
}

export const forgetWrongPasswords: CollectionAfterLoginHook = async ({ req, user }) => {
  const place = placeOf(req)
  if (place) await forgetSignIn(addressOf(user['email']), place)
}

/** Known and unknown addresses are refused after the same time. */
export const refuseEvenly: CollectionAfterErrorHook = async ({ error, req }) => {
  const started = req.context['signInStarted']
  if (error instanceof AuthenticationError && typeof started === 'number')
    await sleep(Math.max(0, started + REFUSED_AFTER_MS - performance.now()))
}

const addressOf = (email: unknown): string =>
  typeof email === 'string' ? email.toLowerCase().trim().slice(0, 254) : ''
