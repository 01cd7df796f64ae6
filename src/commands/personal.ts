import { fold } from '../answer/reading/fold'
import type { AnswerRequest } from '../answer/schema'
import { redact } from '../handover/redact'
import type { HashPurpose, KeyedHash } from '../keyedHash'

/** What a request says of who asks and where, as it is kept: nothing by which a person could be found. */
export interface KeptIdentity {
  customer: string | null
  conversationId: string | null
  channel: string | null
  requestId: string
  metadata: AnswerRequest['metadata']
}

/**
 * Customers are kept by pseudonym, always: it tells one from another and nothing else. Other ids are kept as they are
 * unless they are an e-mail address, a number to call or another secret; metadata without those.
 */
export const keptIdentity = (
  { customer, conversationId, channel, metadata }: AnswerRequest,
  requestId: string,
  hash: KeyedHash,
): KeptIdentity => ({
  customer: customer === undefined ? null : customerPseudonym(hash, customer),
  conversationId: conversationId === undefined ? null : keptConversation(hash, conversationId),
  channel: channel === undefined ? null : withoutPersonal(channel),
  requestId: keptId(hash, 'request id', requestId),
  metadata: Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [withoutPersonal(name), keptValue(value)]),
  ),
})

/** The name under which a customer is kept; the same one for the same customer. */
export const customerPseudonym = (hash: KeyedHash, customer: string): string =>
  `cus_${hash('customer', customer)}`

/** Whether a customer is kept under such a name. */
export const isPseudonym = (kept: string): boolean => /^cus_[\w-]{43}$/.test(kept)

/** A conversation's id as it is kept. */
export const keptConversation = (hash: KeyedHash, conversationId: string): string =>
  keptId(hash, 'conversation', conversationId)

/** An id as it is kept, to be found by it again. */
const keptId = (hash: KeyedHash, purpose: HashPurpose, id: string): string =>
  UUID.test(id) || withoutPersonal(id) === id ? id : `id_${hash(purpose, id)}`

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const keptValue = (value: AnswerRequest['metadata'][string]): AnswerRequest['metadata'][string] => {
  if (typeof value !== 'string' && typeof value !== 'number') return value
  const kept = withoutPersonal(String(value))
  return kept === String(value) ? value : kept
}

const MAIL = /[^\s@<>"']{1,64}@[^\s@<>"']+\.[^\s@<>"']{2,}/gu
/** With a country's code, or as long as a number to call and nothing else. */
const PHONE =
  /(?<![\p{L}\p{N}])(?:\+|00)\d(?:[^\p{L}\p{N}]{0,2}\d){6,14}(?!\d)|^\D{0,3}0\d(?:[^\p{L}\p{N}]{0,2}\d){7,12}$/gu

/** Without what leads to a person, and without what only could: in an id nothing says what a number is of. */
const withoutPersonal = (written: string): string => {
  const { text } = redact(written)
  // Compared folded: an address in full width is one too.
  const folded = fold(text).text
  const without = folded.replace(MAIL, '[e-mail]').replace(PHONE, '[phone]')
  return without === folded ? text : without
}
