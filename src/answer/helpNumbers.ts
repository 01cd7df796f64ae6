import { messagesFor } from './messages'
import type { HelpNumbers } from './messages/types'

/**
 * Whom somebody in danger calls, by the country of the locale. Crisis lines are free, and answer at any hour.
 * A poison centre answers for the whole country, whichever city it is in. A country that is not listed gets its language's general words and no line: a wrong number would be worse than none.
 */
export function helpNumbersFor(locale: string): HelpNumbers {
  const listed = NUMBERS[countryOf(locale)]
  return (
    listed ?? {
      emergency: messagesFor(locale).emergencyNumber,
      crisisLine: null,
      poisonCentre: null,
      abuseLine: null,
    }
  )
}

const NUMBERS: Record<string, HelpNumbers> = {
  GB: {
    emergency: '999',
    crisisLine: 'Samaritans, 116 123',
    poisonCentre: 'NHS 111',
    abuseLine: 'National Domestic Abuse Helpline, 0808 2000 247',
  },
  IE: {
    emergency: '112',
    crisisLine: 'Samaritans, 116 123',
    poisonCentre: 'Poisons Information Line, 01 809 2166',
    abuseLine: "Women's Aid, 1800 341 900",
  },
  US: {
    emergency: '911',
    crisisLine: '988 Suicide & Crisis Lifeline, 988',
    poisonCentre: 'Poison Help, 1-800-222-1222',
    abuseLine: 'National Domestic Violence Hotline, 1-800-799-7233',
  },
  CA: {
    emergency: '911',
    crisisLine: '9-8-8',
    poisonCentre: 'Poison Centre, 1-844-764-7669',
    abuseLine: null,
  },
  AU: {
    emergency: '000',
    crisisLine: 'Lifeline, 13 11 14',
    poisonCentre: 'Poisons Information Centre, 13 11 26',
    abuseLine: '1800RESPECT, 1800 737 732',
  },
  NZ: {
    emergency: '111',
    crisisLine: '1737',
    poisonCentre: 'National Poisons Centre, 0800 764 766',
    abuseLine: "Women's Refuge, 0800 733 843",
  },
  DE: {
    emergency: '112',
    crisisLine: 'Telefonseelsorge, 0800 111 0 111',
    poisonCentre: 'Giftnotruf Berlin, 030 19240',
    abuseLine: 'Hilfetelefon, 116 016',
  },
  AT: {
    emergency: '112',
    crisisLine: 'Telefonseelsorge, 142',
    poisonCentre: 'Vergiftungsinformationszentrale, 01 406 43 43',
    abuseLine: 'Frauenhelpline, 0800 222 555',
  },
  CH: { emergency: '112', crisisLine: '143', poisonCentre: 'Tox Info Suisse, 145', abuseLine: null },
  FR: {
    emergency: '112',
    crisisLine: '3114',
    poisonCentre: 'Paris, 01 40 05 48 48',
    abuseLine: '3919',
  },
  ES: {
    emergency: '112',
    crisisLine: '024',
    poisonCentre: 'Servicio de Información Toxicológica, 91 562 04 20',
    abuseLine: '016',
  },
}

function countryOf(locale: string): string {
  try {
    return new Intl.Locale(locale).region ?? ''
  } catch {
    return ''
  }
}
