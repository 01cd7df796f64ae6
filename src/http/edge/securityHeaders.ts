/** Headers of every response that this server makes; static files have those that do not change (next.config.ts). */
export function securityHeaders({
  nonce,
  https,
  pathname,
  dev = false,
}: {
  nonce: string
  https: boolean
  pathname: string
  dev?: boolean
}): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy({ nonce, https, dev }),
    ...FIXED_HEADERS,
    ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
    ...(pathname.startsWith('/api/') && { 'cache-control': 'no-store' }),
  }
}

/** The same for everything. */
export const FIXED_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
} as const

/**
 * Nothing from elsewhere. Scripts: ours, and the inline ones that carry this response's nonce. Styles may be inline,
 * because the admin's components set them on their elements.
 */
function contentSecurityPolicy({
  nonce,
  https,
  dev,
}: {
  nonce: string
  https: boolean
  dev: boolean
}): string {
  return [
    `default-src 'self'`,
    // React's development build evaluates strings.
    `script-src 'self' 'nonce-${nonce}'${dev ? ` 'unsafe-eval'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
