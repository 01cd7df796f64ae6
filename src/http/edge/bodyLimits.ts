const KiB = 1024
const MiB = 1024 * KiB

/** By route, first match wins. A text of 1 MB is about 3 MB as the editor's JSON; nothing here takes files. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  // Signing in and everything else that is parsed for people whom nobody knows yet.
  [
    /^\/api\/users\/(?:login|logout|forgot-password|reset-password|refresh-token|unlock|verify|first-register|second-factor|sessions)(?:\/|$)/,
    16 * KiB,
  ],
  [/^\/api\/(?:policies|faqs)(?:\/|$)/, 4 * MiB],
  [/^\/(?:api\/)?v1\//, 512 * KiB],
  [/^\/mcp(?:\/|$)/, 512 * KiB],
  [/^\/api\//, 1 * MiB],
  // The admin's server functions send the whole form.
  [/^\/admin(?:\/|$)/, 4 * MiB],
]
const ELSEWHERE = 64 * KiB

/** Above every limit, so that a body of unknown length is cut off only after a route has refused it. */
export const LARGEST_BODY = 5 * MiB

/** How many bytes a request to this path may carry. */
export function bodyLimitOf(pathname: string): number {
  const path = normalised(pathname)
  return LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? ELSEWHERE
}

/** As the router reads it: escapes decoded, doubled slashes single. */
export function normalised(pathname: string): string {
  let path = pathname
  try {
    path = decodeURIComponent(pathname)
  } catch {
    // What cannot be decoded matches no route.
  }
  return path.replace(/\/{2,}/g, '/')
}
