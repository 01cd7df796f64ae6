import type { Claim } from './claim'

const TIME =
  /(?<![\p{L}\p{N}.,:])(?:(\d{1,2})(?:[:.](\d{2}))? ?([ap])(?:\.m\.|m(?!\p{L}))|(\d{1,2}):(\d{2})(?: ?(?:uhr|h))?|(noon|midnight))/giu

/** The hours of a day in a text, in minutes. “9 to 5 pm” without its first half has one. Pure. */
export const timesOf = (text: string): Claim[] =>
  Array.from(text.matchAll(TIME), ([found, hour, minute, half, hour24, minute24, word]) => ({
    kind: 'time',
    value: word
      ? word.toLowerCase() === 'noon'
        ? 720
        : 0
      : minutesOf({ hour, minute, half, hour24, minute24 }),
    unit: '',
    text: found,
  }))

function minutesOf(o: {
  hour: string | undefined
  minute: string | undefined
  half: string | undefined
  hour24: string | undefined
  minute24: string | undefined
}): number {
  if (o.hour24 !== undefined) return Number(o.hour24) * 60 + Number(o.minute24 ?? 0)
  const afternoon = o.half?.toLowerCase() === 'p' ? 12 : 0
  return ((Number(o.hour) % 12) + afternoon) * 60 + Number(o.minute ?? 0)
}

const DAYS = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'] as const
const DAY = `(?:${DAYS.join('|')})days?`
const WEEKDAYS = new RegExp(
  String.raw`(?<!\p{L})(?:(${DAY}) ?(?:to|until|through|–|-) ?(${DAY})|(${DAY})|(weekdays?|working days)|(weekends?))(?!\p{L})`,
  'giu',
)
const numberOf = (day: string): number => DAYS.findIndex((each) => day.toLowerCase().startsWith(each))

/** The days of the week that a text names, ranges opened. Pure. */
export const weekdaysOf = (text: string): Claim[] =>
  Array.from(text.matchAll(WEEKDAYS)).flatMap(([found, from, to, day, weekday]) => {
    const first = from ? numberOf(from) : day ? numberOf(day) : weekday ? 0 : 5
    const last = to ? numberOf(to) : day ? first : weekday ? 4 : 6
    const days = Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7)
    return days.map((value) => ({ kind: 'weekday' as const, value, unit: '', text: found }))
  })
