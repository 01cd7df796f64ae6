import type { Payload } from 'payload'
import { findWorkingRow, titleOf } from '../../records/workingRow'
import { GOVERNED_COLLECTIONS } from '../../vocabulary'
import type { DraftChoice } from './types'

/** The document that an address names, `policies/ID`, with its working version; null where it names none that there is. */
export async function readDraftChoice(payload: Payload, named: string): Promise<DraftChoice | null> {
  const [segment, id] = named.split('/')
  const collection = GOVERNED_COLLECTIONS.find((each) => each === segment)
  const row = collection && id ? await findWorkingRow(payload, { collection, id }) : null
  return collection && row ? { collection, id: row.id, title: titleOf(row), version: row.version } : null
}
