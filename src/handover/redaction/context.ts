/** What a number is of by the words before it, in English, German, French and Spanish. */
type NumberOf = 'thing' | 'phone' | 'person'

const word = (source: string): string => `(?<![\\p{L}])(?:${source})`

/** Numbers of orders, contracts, parts and the like: they are what a colleague needs, and nobody's own. */
const THING = word(
  [
    String.raw`orders?|ref(?:erence|\b\.?)?|invoices?|polic(?:y|ies)|claims?|bookings?|tickets?|cases?|models?|serials?|tracking|parts?|items?|articles?|versions?|imei|sku|batch|lot|filters?|size|customer (?:no|number|id)|account`,
    String.raw`bestell\p{L}*|auftrag\p{L}*|rechnung\p{L}*|kunden?(?:nummer|nr)|vertrag\p{L}*|artikel\p{L}*|modell\p{L}*|serien\p{L}*|sendung\p{L}*|teil(?:e?nummer)?|filter|größe`,
    String.raw`commandes?|factures?|réf(?:érence)?s?|colis|modèles?|contrats?|dossiers?|pièces?|numéro de (?:commande|série|client|contrat)`,
    String.raw`pedidos?|facturas?|referencias?|modelos?|contratos?|envíos?|piezas?|número de (?:pedido|serie|cliente)`,
  ].join('|'),
)

const PHONE = word(
  [
    String.raw`call|ring|phone|tel(?:e(?:phone|fon)\p{L}*)?|text|sms|whatsapp|mobiles?|cell|reach|landline|fax|numbers?|no\.|i['’]m on|dial|contact`,
    String.raw`ruf\p{L}*|anruf\p{L}*|handy\p{L}*|mobil\p{L}*|nummer|nr\.?|erreich\p{L}*|unter`,
    String.raw`appel\p{L}*|joindre|tél\p{L}*|portable|numéro|rappel\p{L}*`,
    String.raw`ll[aá]m\p{L}*|móvil|teléfono|número|contact\p{L}*`,
  ].join('|'),
)

const NEAR = 45
const EITHER = new RegExp(`(?<thing>${THING})|(?<phone>${PHONE})`, 'giu')

/** What the word nearest before `at` says that a number is of; null where none does. */
export function numberOf(text: string, at: number): Exclude<NumberOf, 'person'> | null {
  const before = text.slice(Math.max(0, at - NEAR), at)
  // A sentence that has ended says nothing of the next one.
  const sentence = before.slice(Math.max(0, before.search(/[.!?]\s+\p{Lu}[^.!?]*$/u)))
  const last = Array.from(sentence.matchAll(EITHER)).at(-1)
  return last ? (last.groups?.['thing'] ? 'thing' : 'phone') : null
}
