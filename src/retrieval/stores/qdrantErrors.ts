import { StoreError } from '../../errors'
import type { IndexVersion } from '../types'

interface Failure {
  url: string
  version: IndexVersion
  error: unknown
  timeoutMs: number
}

export function toStoreError({ url, version, error, timeoutMs }: Failure) {
  if (error instanceof StoreError) return error
  const { status, data, message, name, cause, retry_after } = error as {
    status?: number
    data?: { status?: { error?: string } }
    message?: string
    name?: string
    cause?: { message?: string }
    retry_after?: number
  }
  if (retry_after !== undefined)
    return new StoreError(`Qdrant at ${url} is busy (429) and asks to be left alone for ${retry_after} s.`)
  if (status === 404)
    return new StoreError(`Qdrant at ${url} has no index version ${version.id}. Run \`vouch index rebuild\`.`)
  if (status === 401 || status === 403)
    return new StoreError(`Qdrant at ${url} refused the key (${status}). Check QDRANT_API_KEY.`)
  if (name === 'QdrantClientTimeoutError')
    return new StoreError(
      `Qdrant at ${url} did not answer within ${timeoutMs} ms. Check that it is up and not overloaded.`,
    )
  const reason = data?.status?.error ?? [message, cause?.message].filter(Boolean).join(': ')
  return status
    ? new StoreError(`Qdrant at ${url} answered ${status}: ${reason}`)
    : new StoreError(`Qdrant at ${url} cannot be reached: ${reason}. Check QDRANT_URL.`)
}
