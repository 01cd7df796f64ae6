/** What a rule says of its subject: that it must, may, must not or need not be. */
export type Stance = 'must' | 'may' | 'must not' | 'need not'

/**
 * The stance of a sentence, and the words that say it; null for one that has none, or several, or conditions, which are
 * not to be compared word by word.
 */
export const stanceOf = (sentence: string): { stance: Stance; words: string[] } | null => {
  const text = sentence.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'")
  if (CONDITION.test(text)) return null
  let rest = text
  const found = SIGNS.flatMap(([stance, pattern]) =>
    Array.from(rest.matchAll(pattern), ([words]) => {
      rest = rest.replace(words, ' ')
      return { stance, words }
    }),
  )
  const [first, ...others] = found
  if (!first || others.some(({ stance }) => stance !== first.stance)) return null
  return { stance: first.stance, words: found.map(({ words }) => words) }
}

/** Whether two stances cannot both hold. What must be done may be done too. */
export const contradict = (a: Stance, b: Stance): boolean => {
  const pair = new Set([a, b])
  return (
    (pair.has('must not') && (pair.has('must') || pair.has('may'))) ||
    (pair.has('must') && pair.has('need not'))
  )
}

const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}-])(?:${source})(?![\\p{L}\\p{N}])`, 'gu')

/** What narrows a rule down; the other may be about the rest. */
const CONDITION = new RegExp(
  words(
    'unless|except(?:ions?)?|excluding|other than|apart from|otherwise|only|if|when|provided|however|but|außer|es sei denn|ausgenommen|nur|wenn|falls|sofern|jedoch|aber|sauf|excepté|hormis|uniquement|si|lorsque|mais|toutefois|salvo|excepto|solo|sólo|únicamente|si|cuando|pero',
  ).source,
  'u',
)

/** Longer ones first: each takes its words out of the text. */
const SIGNS: readonly (readonly [Stance, RegExp])[] = [
  [
    'need not',
    words(
      "(?:need|do|does|is|are)(?: not|n't) (?:need(?: to)?|have to|required?(?: to)?|necessary|mandatory|compulsory)|need not|needn't|optional|not (?:required|necessary|mandatory|compulsory)|no need to|nicht (?:nötig|notwendig|erforderlich)|(?:muss|müssen) nicht|brauch(?:en|t) nicht|n'est pas (?:nécessaire|obligatoire)|pas besoin|facultati(?:f|ve)|no (?:es necesario|hace falta|es obligatorio)|opcional",
    ),
  ],
  [
    'must not',
    words(
      "(?:must|may|can|could|shall|should|will|do|does|is|are|am)(?: not|n't)(?: be)?(?: allowed(?: to)?| permitted(?: to)?| able to| eligible| possible| accept(?:ed)?)?|cannot|can't|won't|(?:is|are) (?:prohibited|forbidden|banned|excluded)(?: from)?|not (?:allowed|permitted|possible|accepted|eligible|covered|refundable|transferable|available)|never|non-?(?:refundable|transferable|returnable|negotiable)|no longer|(?:darf|dürfen|kann|können|wird|werden|ist|sind) nicht(?: erlaubt| gestattet| möglich| erstattungsfähig| übertragbar)?|nicht (?:erlaubt|gestattet|möglich|erstattungsfähig|übertragbar)|verboten|untersagt|ausgeschlossen|ne (?:peut|peuvent|pouvez|doit|doivent|sont|est) pas|(?:n'est|ne sont) pas (?:autorisée?s?|possibles?|remboursables?)|interdite?s?|non remboursables?|no (?:se )?(?:puede|pueden|debe|deben|es|son|está|están)(?: posible| permitid[oa]s?| reembolsables?)?|prohibid[oa]s?|no reembolsables?",
    ),
  ],
  [
    'must',
    words(
      'must|shall|(?:is|are) (?:required|obliged|obligated)(?: to)?|required|mandatory|compulsory|ha(?:s|ve) to|needs? to|muss|müssen|erforderlich|verpflichtet|zwingend|doit|doivent|devez|obligatoires?|il faut|debe|deben|obligatori[oa]s?|tiene[ns]? que|hay que',
    ),
  ],
  [
    'may',
    words(
      'may|can|could|(?:is|are) (?:allowed|permitted|able|eligible|welcome)(?: to)?|allowed|permitted|possible|refundable|transferable|returnable|eligible|covered|accepted|darf|dürfen|kann|können|erlaubt|gestattet|möglich|erstattungsfähig|übertragbar|peut|peuvent|pouvez|autorisée?s?|possibles?|remboursables?|puede[ns]?|posible|permitid[oa]s?|reembolsables?',
    ),
  ],
]
