import { checkUrl, isAllowedPrivate, type GuardSettings } from '../../ingestion/connectors/publicAddress'
import { VouchError } from '../errors'

/**
 * The address of a system that is told something. What customers wrote goes there: https, but for a host that the operator
 * named as private.
 * @throws {VouchError} for one that nothing is ever sent to.
 */
export function checkReceiver(address: string, guard: GuardSettings): URL {
  const url = checkUrl(address, guard)
  if (url.protocol !== 'https:' && !isAllowedPrivate(url, guard))
    throw new VouchError(`Messages are sent over https only. Give an address that begins with https:.`)
  return url
}
