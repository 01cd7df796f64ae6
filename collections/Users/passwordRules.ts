import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import {
  ValidationError,
  type CollectionBeforeOperationHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload'

const SHORTEST = 10
const LONGEST = 200
/** Of 4: harder than a million guesses. */
const WEAKEST = 2
/** So much must be left when the person's name and address are taken out. */
const LEFT_OF_IT = 6

let estimator: Promise<ZxcvbnFactory> | undefined

/** The list of common passwords is large, and most processes never see one. */
const loadEstimator = (): Promise<ZxcvbnFactory> =>
  (estimator ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }]) =>
      new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }),
  ))

/** Why a password is not taken, as a sentence; null when it is. No rules about characters: length, and not to be guessed. */
export async function weakBecause(
  password: string,
  { email = '', name = '' }: { email?: string | undefined; name?: string | undefined },
): Promise<string | null> {
  if ([...password].length < SHORTEST) return `Use at least ${SHORTEST} characters. A few words are fine.`
  if (password.length > LONGEST) return `Use at most ${LONGEST} characters.`
  const own = [email, ...email.split(/[@.]/), name, ...name.split(/\s+/), 'vouch'].filter(
    (each) => each.length > 2,
  )
  const { score } = (await loadEstimator()).check(password, own)
  return score < WEAKEST || withoutOwn(password, own).length < LEFT_OF_IT
    ? 'This password is too easy to guess: it is common, or made of the name or address. Use a few words that do not belong together.'
    : null
}

/** Letters and digits of a password that are no part of the person's own words. */
function withoutOwn(password: string, own: string[]): string {
  const longestFirst = own.map((word) => word.toLowerCase()).toSorted((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase())
  return rest.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Holds every password that is set for an account to the rules. */
export const refuseWeakPassword: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const password: unknown = (data as { password?: unknown } | undefined)?.password
  if (typeof password === 'string' && password)
    await assertStrong(req, password, { ...originalDoc, ...data } as Person)
  return data
}

/** And every one that is set through a link. */
export const refuseWeakReset: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return args
  const { password, token } = (args as { data?: { password?: unknown; token?: unknown } }).data ?? {}
  if (typeof password !== 'string' || typeof token !== 'string') return args
  const person = await req.payload.db.findOne<Person & { id: string }>({
    collection: 'users',
    where: { resetPasswordToken: { equals: token } },
    req,
  })
  if (person) await assertStrong(req, password, person)
  return args
}

interface Person {
  email?: string
  name?: string
}

async function assertStrong(req: PayloadRequest, password: string, person: Person): Promise<void> {
  const message = await weakBecause(password, person)
  if (message)
    throw new ValidationError({ collection: 'users', errors: [{ message, path: 'password' }], req })
}
