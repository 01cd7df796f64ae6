import { messagesFor } from './messages'
import type { HelpNumbers } from './messages/types'

/**
 * Whom somebody in danger calls, by the country of the locale. The lines are free, and answer at any hour.
 * A country that is not listed gets its language's general words and no line: a wrong number would be worse than none.
 */
export function helpNumbersFor(locale: string): HelpNumbers {
  const listed = NUMBERS[countryOf(locale)]
  return listed ?? { emergency: messagesFor(locale).emergencyNumber, crisisLine: null }
}

const NUMBERS: Record<string, HelpNumbers> = {
  GB: { emergency: '999', crisisLine: 'Samaritans, 116 123' },
  IE: { emergency: '112', crisisLine: 'Samaritans, 116 123' },
  US: { emergency: '911', crisisLine: '988 Suicide & Crisis Lifeline, 988' },
  CA: { emergency: '911', crisisLine: '9-8-8' },
  AU: { emergency: '000', crisisLine: 'Lifeline, 13 11 14' },
  NZ: { emergency: '111', crisisLine: '1737' },
  DE: { emergency: '112', crisisLine: 'Telefonseelsorge, 0800 111 0 111' },
  AT: { emergency: '112', crisisLine: 'Telefonseelsorge, 142' },
  CH: { emergency: '112', crisisLine: '143' },
  FR: { emergency: '112', crisisLine: '3114' },
  ES: { emergency: '112', crisisLine: '024' },
}

function countryOf(locale: string): string {
  try {
    return new Intl.Locale(locale).region ?? ''
  } catch {
    return ''
  }
}
