/** Something that is stated with a number, made comparable: an amount, a share, a length of time, a date, how many. */
export interface Fact {
  kind: 'money' | 'percentage' | 'duration' | 'date' | 'count'
  /** Money in its currency, per cent, days, a date as yyyymmdd, or how many. */
  value: number
  /** Currency, `%`, the calendar the days are of, how precise the date is, or what is counted. */
  unit: string
  text: string
}
