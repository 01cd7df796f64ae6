import * as oidc from 'openid-client'
import { VouchError } from '../errors'

/** What went wrong with the provider; each has its words for people. */
export const PROVIDER_FAILURES = ['down', 'misconfigured', 'cancelled', 'refused', 'not_proved'] as const
export type ProviderFailure = (typeof PROVIDER_FAILURES)[number]

/** The provider could not be asked, or what it said cannot be believed. The message is for whoever runs the server. */
export class ProviderError extends VouchError {
  override name = 'ProviderError'
  constructor(
    readonly failure: ProviderFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** By what our own registration there is wrong. */
const OURS = new Set([
  'invalid_client',
  'unauthorized_client',
  'invalid_scope',
  'unsupported_response_type',
  'invalid_request',
])

/** Sorts what the library throws. No message holds a token, a code or a secret. @param otherwise what it is when nothing tells. */
export function failureOf(error: unknown, otherwise: ProviderFailure): ProviderError {
  if (error instanceof ProviderError) return error
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    const said = `The provider said ${error.error}${error.error_description ? `: ${error.error_description}` : '.'}`
    return new ProviderError(failureSaid(error), said)
  }
  const { code, message } = error as { code?: string; message?: string }
  const isDown =
    error instanceof TypeError || (code !== undefined && UNREACHED.has(code)) || isServerError(error)
  return new ProviderError(isDown ? 'down' : otherwise, wordsOf(error) || message || 'unknown')
}

function failureSaid(error: oidc.AuthorizationResponseError | oidc.ResponseBodyError): ProviderFailure {
  if (OURS.has(error.error)) return 'misconfigured'
  if (error.error === 'access_denied') return 'cancelled'
  if (error.error === 'temporarily_unavailable' || error.error === 'server_error') return 'down'
  // The code was used before, is too old, or was not given to us.
  return error.error === 'invalid_grant' ? 'not_proved' : 'refused'
}

const UNREACHED = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_JSON'])

function isServerError(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' && cause instanceof Response && cause.status >= 500
}

/** The library says what it is in general, and its cause what it was. */
function wordsOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: unknown }
  const below = cause instanceof Error ? wordsOf(cause) : ''
  return [message, below].filter(Boolean).join(': ')
}
