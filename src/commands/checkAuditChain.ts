import type { Payload } from 'payload'
import type { ChainHead } from '../governance/auditChain'
import { walkAuditTrail } from './verify/auditTrail'
import type { Break } from './verify/break'

export interface ChainCheck {
  rows: number
  head: ChainHead
  /** In the order of the rows. */
  breaks: Break[]
}

/** Walks the audit chain alone, without the records that it tells of. */
export const checkAuditChain = async (payload: Payload): Promise<ChainCheck> => {
  const breaks: Break[] = []
  const { rows, head } = await walkAuditTrail(
    { payload, report: (found) => void breaks.push(found), onProgress: () => {} },
    [],
  )
  return { rows, head, breaks: breaks.toSorted((a, b) => Number(a.id) - Number(b.id)) }
}
