/** An instant as the browser’s fields want it: local time to the minute, or the day alone. */
export function localOf(iso: string, withTime = true): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return ''
  return withTime
    ? new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
    : at.toISOString().slice(0, 10)
}
