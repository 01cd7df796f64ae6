/**
 * Another number of the same form: what has two decimals still has, a time of day stays one, a year stays near, and of a
 * number in groups (a telephone’s) the last group is another.
 */
export function changedNumber(written: string): string {
  const time = /^(\d{1,2}):(\d{2})$/.exec(written)
  if (time) return `${String((Number(time[1]) + 3) % 24).padStart(time[1]?.length ?? 2, '0')}:${time[2]}`
  const grouped = /^(.*[ \u00A0-])(\d+)$/.exec(written)
  if (grouped) return `${grouped[1]}${changedWhole(grouped[2] ?? '')}`
  const decimal = /^(.*?)([.,]\d{1,2})$/.exec(written)
  if (decimal) return `${changedWhole(decimal[1] ?? '')}${decimal[2]}`
  return changedWhole(written)
}

/** Half as much again, with its separators and its length where that is what it is known by. */
function changedWhole(written: string): string {
  const digits = written.replace(/\D/g, '')
  if (digits.startsWith('0') || digits.length > 6) return lastDigitChanged(written)
  const value = Number(digits)
  if (/^(?:19|20)\d{2}$/.test(written)) return String(value + 1)
  const changed = String(value + Math.max(1, Math.round(value / 2)))
  const separator = /[.,]/.exec(written)?.[0]
  return separator ? changed.replace(/\B(?=(\d{3})+$)/g, separator) : changed
}

const lastDigitChanged = (written: string): string =>
  written.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 3) % 10))
