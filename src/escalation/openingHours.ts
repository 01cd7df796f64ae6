import { WEEKDAYS } from '../vocabulary'
import type { EscalationPolicy } from './policy'

/** Whether somebody is there. @param at epoch ms. */
export function isOpen(hours: EscalationPolicy['hours'], at: number): boolean {
  if (!hours || hours.open.length === 0) return true
  const { day, time } = localTime(hours.timeZone, at)
  return hours.open.some(
    ({ days, from, to }) => days.some((each) => each === day) && from <= time && time < to,
  )
}

function localTime(timeZone: string, at: number): { day: (typeof WEEKDAYS)[number]; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const day = WEEKDAYS.find((each) => each === of('weekday').toLowerCase())
  return { day: day ?? 'mon', time: `${of('hour')}:${of('minute')}` }
}
