import type { PayloadRequest } from 'payload'
import { SYSTEM } from './recordAudit'

/** Who acts in a request, as the audit log names them. */
export function personOf({ user }: PayloadRequest): { id: string; name: string } {
  return user?.collection === 'users' ? { id: user.id, name: user.name } : SYSTEM
}
