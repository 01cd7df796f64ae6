import type { CalendarEntry } from './readCalendar'

export type Days = ReadonlyMap<string, CalendarEntry[]>
