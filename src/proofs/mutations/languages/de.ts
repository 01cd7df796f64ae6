import type { MutationWords } from '../types'
import { condition, negation } from './swap'

export const german: MutationWords = {
  numbers:
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf fünfzehn zwanzig dreißig vierzig fünfzig sechzig neunzig'.split(
      ' ',
    ),
  months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  swaps: [
    negation('nicht mehr', 'noch'),
    negation('nicht', ''),
    negation('kein(e[mnrs]?)?(?= \\p{L})', 'ein$1'),
    negation('niemals|nie', 'immer'),
    negation('immer', 'nie'),
    negation('ohne', 'mit'),
    negation('(muss|müssen|darf|dürfen|kann|können|wird|werden)(?= \\p{L})', '$1 nicht'),
    condition('mindestens', 'höchstens'),
    condition('höchstens|maximal', 'mindestens'),
    condition('mehr als', 'weniger als'),
    condition('weniger als', 'mehr als'),
    condition('bis zu', 'ab'),
    condition('spätestens', 'frühestens'),
    condition('frühestens', 'spätestens'),
    condition('innerhalb von|binnen', 'nach'),
    condition('außer(?: wenn)?|ausgenommen', 'auch'),
    condition('es sei denn', 'und zwar wenn'),
    condition('wenn|falls|sofern', 'auch wenn nicht'),
    condition('nur', 'auch'),
    condition('vor(?= \\p{L})', 'nach'),
    condition('alle', 'einige'),
  ],
}
