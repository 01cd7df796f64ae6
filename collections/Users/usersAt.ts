import type { CollectionConfig } from 'payload'
import { Users } from './index'
import { forgotPassword } from './forgotPassword'

/** People of an installation with this public address: where links in mails lead, and whether cookies need TLS. */
export const usersAt = (publicUrl: string): CollectionConfig => ({
  ...Users,
  auth: {
    ...(Users.auth as object),
    cookies: { secure: publicUrl.startsWith('https:'), sameSite: 'Lax' },
    // Ours below; should Payload's ever be called, it does not write outside of its transaction either.
    forgotPassword: { minRequestInterval: 0 },
  },
  endpoints: [forgotPassword({ publicUrl })],
})
