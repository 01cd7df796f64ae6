/** What the words before a number say that it is of. */
export type NumberOf = 'thing' | 'phone' | 'maybe phone'

const word = (source: string): string => `(?<!\\p{L})(?:${source})`

/** Numbers of orders, contracts, parts and the like, in four languages: what a colleague needs, and nobody's own. */
const THING = word(
  [
    // “My loyalty number”, “numéro de client”: of whatever it is, it is not one to call.
    String.raw`(?!(?:my|our|her|his|their|your|the|a|new|two|other|different|right|wrong|old|same|this|that|best|direct|home|work|office|mobile|phone|telephone|cell|contact|daytime|evening|and|is|or|on|of)\s)\p{L}+\s+(?:numbers?|no\.)`,
    String.raw`num[ée]ro\s+d[e'’]\s?(?!t[ée]l|portable)\p{L}+|n[úu]mero\s+de\s+(?!tel|m[óo]vil)\p{L}+`,
    String.raw`orders?|ref(?:erence|\b\.?)?|invoices?|polic(?:y|ies)|claims?|bookings?|tickets?|cases?|models?|serials?|tracking|parts?|items?|articles?|versions?|imei|sku|batch|lot|filters?|size|account|customer (?:no|number|id)`,
    String.raw`bestell\p{L}*|auftrag\p{L}*|rechnung\p{L}*|(?!handy|telefon|mobil|ruf)\p{L}+nummer|vertrag\p{L}*|artikel\p{L}*|modell\p{L}*|serien\p{L}*|sendung\p{L}*|größe`,
    String.raw`commandes?|factures?|réf(?:érence)?s?|colis|modèles?|contrats?|dossiers?|pièces?`,
    String.raw`pedidos?|facturas?|referencias?|modelos?|contratos?|envíos?|piezas?`,
  ].join('|'),
)

const PHONE = word(
  [
    String.raw`(?:tele)?phones?|tel\.?(?!\p{L})|telephone|sms|whatsapp|mobiles?|cell|landline|fax`,
    String.raw`telefon\p{L}*|handy\p{L}*|mobil\p{L}*|tél\p{L}*|portable|móvil|tel[ée]fono`,
  ].join('|'),
)

/** These are said of many numbers: what follows must be one that is given. */
const MAYBE_PHONE = word(
  [
    String.raw`(?:call|ring|text|reach|dial|contact|numbers?)(?!\p{L})|no\.|i['’]m on`,
    String.raw`ruf\p{L}*|anruf\p{L}*|nummer|nr\.?|erreich\p{L}*|unter`,
    String.raw`appel\p{L}*|joindre|num[ée]ro|rappel\p{L}*|ll[aá]m\p{L}*|n[úu]mero`,
  ].join('|'),
)

const NEAR = 45
const ANY = new RegExp(`(?<thing>${THING})|(?<phone>${PHONE})|(?<maybe>${MAYBE_PHONE})`, 'giu')

/** What the word nearest before `at` says that a number is of; null where none does. */
export function numberOf(text: string, at: number): NumberOf | null {
  const before = text.slice(Math.max(0, at - NEAR), at)
  // A sentence that has ended says nothing of the next one.
  const sentence = before.slice(Math.max(0, before.search(/[.!?]\s+\p{Lu}[^.!?]*$/u)))
  const last = Array.from(sentence.matchAll(ANY)).at(-1)
  if (!last) return null
  if (last.groups?.['thing']) return 'thing'
  return last.groups?.['phone'] ? 'phone' : 'maybe phone'
}
