import { hkdfSync } from 'node:crypto'
import { EncryptJWT, jwtDecrypt } from 'jose'
import { z } from 'zod'

/** What the browser keeps for us, sealed, while somebody is at the provider. */
const pendingSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** Where they go on: a page of the admin. */
  to: z.string(),
  /** The signed-in person who connects their account; null where somebody signs in. */
  connect: z.string().nullable(),
  /** Epoch seconds. */
  iat: z.number(),
})
export type Pending = z.infer<typeof pendingSchema>

/** How long somebody may take at the provider. */
export const PENDING_SECONDS = 10 * 60

export interface PendingSeal {
  seal: (pending: Omit<Pending, 'iat'>) => Promise<string>
  /** Null for what was not sealed here, was changed, or is too old. */
  open: (sealed: string) => Promise<Pending | null>
}

/** @param secret the installation’s; the same in every process. */
export function createPendingSeal(secret: string): PendingSeal {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'vouch sign-in by a provider', 32))
  return {
    seal: (pending) =>
      new EncryptJWT({ ...pending })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt()
        .setExpirationTime(`${PENDING_SECONDS} s`)
        .encrypt(key),
    open: async (sealed) => {
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        return pendingSchema.safeParse(payload).data ?? null
      } catch {
        return null
      }
    },
  }
}
