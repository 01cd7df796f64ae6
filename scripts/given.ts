import { InvalidArgumentError, type Command } from 'commander'
import { readInstant } from '../src/governance/instant'

/** What a person gives on the command line, as it is used. Each says what a right value looks like. */

/** ISO 8601 in UTC. */
export function toInstant(given: string): string {
  const instant = readInstant(given)
  if (instant) return new Date(instant.ms).toISOString()
  throw new InvalidArgumentError(
    'This takes a day such as 2026-12-01, or an instant such as 2026-12-01T09:00:00Z.',
  )
}

/** A day or an instant, as it was written: a last day may count whole. */
export function toDay(given: string): string {
  toInstant(given)
  return given
}

export const toShare = toNumber({ least: 0, most: 1, such: 'a number from 0 to 1, such as 0.02' })

/**
 * For `argParser`: a number within limits.
 * @param whole whether it may have no fraction. @param such what a right one looks like; the limits unless given.
 */
export function toNumber({
  least,
  most,
  whole = false,
  such,
}: {
  least: number
  most: number
  whole?: boolean
  such?: string
}): (given: string) => number {
  return (given) => {
    const number = /^\d+(?:\.\d+)?$/.test(given) ? Number(given) : Number.NaN
    if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number
    const range = `from ${least} to ${most.toLocaleString('en-GB')}`
    throw new InvalidArgumentError(`This takes ${such ?? `a ${whole ? 'whole ' : ''}number ${range}`}.`)
  }
}

export const toCount = (least = 0, most = 1_000_000): ((given: string) => number) =>
  toNumber({ least, most, whole: true })

/** Several with commas. */
export const toCounts =
  (least = 1, most = 10_000_000) =>
  (list: string): number[] =>
    list.split(',').map((each) => toCount(least, most)(each.trim()))

export function toEmail(given: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(given) && given.length <= 254) return given
  throw new InvalidArgumentError('This takes an e-mail address, such as ada@example.com.')
}

/** Longer is no name, path or question, but a slip. */
const LONGEST = 4_096

/** Refuses empty and endless values, of whatever option and argument of whatever command. */
export function refuseUnusable(program: Command): Command {
  return program.hook('preAction', (_, command) => {
    const given = [
      ...command.options.map((option) => ({
        what: `option '${option.flags}'`,
        values: command.getOptionValue(option.attributeName()) as unknown,
      })),
      ...command.registeredArguments.map((argument, i) => ({
        what: `argument '${argument.name()}'`,
        values: command.processedArgs[i] as unknown,
      })),
    ]
    for (const { what, values } of given)
      for (const value of Array.isArray(values) ? values : [values]) {
        const why = typeof value === 'string' ? whyUnusable(value) : null
        if (why) command.error(`error: ${what} ${why}`)
      }
  })
}

function whyUnusable(value: string): string | null {
  if (value.trim() === '') return 'was given nothing. Leave it out, or say what it is.'
  return value.length > LONGEST
    ? `takes ${LONGEST.toLocaleString('en-GB')} characters at most; it was given ${value.length.toLocaleString('en-GB')}.`
    : null
}
