import type { Payload } from 'payload'
import type { Handover, HandoverAct } from '../../../payload-types'
import { vaultOf } from '../../records/vaultOf'

const recordOf = ({ id }: Pick<Handover, 'id'>) => `handovers:${id}`

/**
 * A reply as it was written, sealed with the key of its hand-over, where the redacted one that is kept lacks something: what a customer
 * is told must be all of it, “call us on 0800…” too. Null where nothing was taken out.
 */
export function sealReply(
  payload: Pick<Payload, 'config'>,
  {
    handover,
    written,
    kept,
  }: { handover: Pick<Handover, 'id' | 'vaultKey'>; written: string; kept: string | null },
): { sealed: string; vaultKey: string } | null {
  if (written === kept) return null
  const vault = vaultOf(payload)
  const of = recordOf(handover)
  const vaultKey = handover.vaultKey ?? vault.newKey(of)
  return { sealed: vault.seal({ key: vaultKey, of }, written), vaultKey }
}

/** What the customer is told: the reply as it was written, else as it is kept. */
export function replyAsWritten(
  payload: Pick<Payload, 'config'>,
  handover: Pick<Handover, 'id' | 'vaultKey'>,
  { sealed, text }: Pick<HandoverAct, 'sealed' | 'text'>,
): string {
  const by = { key: handover.vaultKey ?? '', of: recordOf(handover) }
  return (sealed ? vaultOf(payload).open(by, sealed) : null) ?? text ?? ''
}
