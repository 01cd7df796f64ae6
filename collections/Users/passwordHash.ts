import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** As Payload 3.90 stores them; test/integration/signIn.test.ts holds this against what Payload writes. */
const CURRENT = { prefix: 'pbkdf2-sha256-v1:', iterations: 600_000, bytes: 32 }
const LEGACY = { prefix: '', iterations: 25_000, bytes: 512 }

/** Whether this is the password that was stored. */
export async function isPassword(
  password: string,
  { hash, salt }: { hash?: unknown; salt?: unknown },
): Promise<boolean> {
  if (typeof hash !== 'string' || typeof salt !== 'string') return false
  const form = hash.startsWith(CURRENT.prefix) ? CURRENT : LEGACY
  const stored = Buffer.from(hash.slice(form.prefix.length), 'hex')
  const derived = await derive(password, salt, form.iterations, form.bytes, 'sha256')
  return stored.length === derived.length && timingSafeEqual(stored, derived)
}

/** As much work as checking a password, for accounts that do not exist. */
export async function checkNothing(password: string): Promise<void> {
  await derive(password, 'nobody', CURRENT.iterations, CURRENT.bytes, 'sha256')
}
