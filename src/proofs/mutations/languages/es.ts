import type { MutationWords } from '../types'
import { condition, negation } from './swap'

export const spanish: MutationWords = {
  numbers:
    'dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta sesenta noventa'.split(
      ' ',
    ),
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  swaps: [
    negation('no(?= \\p{L})', ''),
    negation('nunca', 'siempre'),
    negation('siempre', 'nunca'),
    negation('sin(?= \\p{L})', 'con'),
    negation('(debe|deben|puede|pueden|podrá|podrán)(?= \\p{L})', 'no $1'),
    condition('al menos|como mínimo', 'como máximo'),
    condition('como máximo', 'al menos'),
    condition('más de', 'menos de'),
    condition('menos de', 'más de'),
    condition('hasta(?= \\p{L}|\\d)', 'desde'),
    condition('salvo(?: que)?|excepto', 'incluso'),
    condition('si(?= \\p{L})', 'aunque no'),
    condition('solo|sólo|únicamente', 'también'),
    condition('antes de', 'después de'),
    condition('después de', 'antes de'),
    condition('tod[oa]s', 'algunos'),
  ],
}
