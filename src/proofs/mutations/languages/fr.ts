import type { MutationWords } from '../types'
import { condition, negation } from './swap'

export const french: MutationWords = {
  numbers:
    'deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante'.split(
      ' ',
    ),
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  swaps: [
    negation("(?:ne |n['’])(\\p{L}+) (?:pas|plus)", '$1'),
    negation("(?:ne |n['’])(\\p{L}+) jamais", '$1 toujours'),
    negation('toujours', 'jamais'),
    negation('sans', 'avec'),
    negation('non (\\p{L}+)', '$1'),
    negation('(doit|doivent|peut|peuvent|pouvez|devez)(?= \\p{L})', 'ne $1 pas'),
    condition('au moins', 'au plus'),
    condition('au plus|au maximum', 'au moins'),
    condition('plus de', 'moins de'),
    condition('moins de', 'plus de'),
    condition("jusqu['’]à", 'à partir de'),
    condition('sauf(?: si)?|excepté|hormis', 'y compris'),
    condition('si(?= \\p{L})', 'même si ce n’est pas que'),
    condition('uniquement|seulement', 'aussi'),
    condition('avant', 'après'),
    condition('après', 'avant'),
    condition('tou(?:s|tes)', 'certains'),
  ],
}
