import { isStopWord, LANGUAGES } from '../../retrieval/analyze'
import { readAsking } from './asking'
import { withoutPoliteness } from './politeness'

/** The kind of fact a question asks for, from its words; null when it asks for something that has no form of its own. */
export type AnswerType = 'amount' | 'duration' | 'date' | 'percentage' | 'count'

/**
 * The kinds of fact that a message asks for, by its grammar: “what is the price” asks for an amount, “do you price match” whether
 * something is so, “where do I see the price” for a place. Words alone (“delivery cost”) ask for what they name.
 */
export function askedFacts(message: string, locale: string): AnswerType[] {
  const clauses = readAsking(message, locale).map(({ question }) =>
    withoutPoliteness(question, locale).toLowerCase(),
  )
  return (Object.keys(ASKS) as AnswerType[]).filter((type) => clauses.some((clause) => asksFor(clause, type)))
}

type Form = 'whether' | 'manner' | 'which' | 'words'

/** How a clause asks; what begins with neither a question word nor a verb asks in mere words. */
const formOf = (clause: string): Form => FORMS.find(([, pattern]) => pattern.test(clause))?.[0] ?? 'words'

const PREPOSITION =
  '¿?(?:(?:for|to|in|on|with|from|at|by|until|till|since|under|within|of|ab|bis|seit|depuis|pour|desde|hasta|a|de|en) )?'

const FORMS: readonly (readonly [Form, RegExp])[] = [
  [
    'whether',
    new RegExp(
      String.raw`^(?:is|are|am|was(?= (?:the|an?|my|your|our|this|that|there|it|i|he|she|they|we)\b)|were|do|does|did|can|could|may|might|will|would|shall|should|must|have|has|had|(?:is|are|do|does|ca|wo|did)n['’]?t)\b` +
        // A verb before its subject; elsewhere it is the verb that begins.
        String.raw`|^(?:est-ce|\p{L}+(?:-t)?-(?:vous|tu|il|elle|on|ils|elles|nous|je|ce)\b)` +
        String.raw`|^(?!(?:wie|was|wann|wo|wer)\b)(?:ist|sind|gibt|gilt|kann|darf|muss|wird|hat|\p{L}+ (?:ich|du|er|sie|es|wir|ihr|man))\b` +
        String.raw`|^¿?(?:hay|es|son|está|están|se|puedo|puede[ns]?|tengo|tienen?|debo|existe)\b|^¿\p{L}+(?:an|en|áis|éis) `,
      'u',
    ),
  ],
  [
    'manner',
    new RegExp(
      String.raw`^${PREPOSITION}(?:who|whom|whose|where|why|how come|how(?! (?:much|many|long|soon|fast|quick|far|often|old|big|expensive|high|large|late|early))` +
        String.raw`|wer|wem|wo|warum|wieso|wie(?! (?:viel|hoch|lange|teuer|oft|schnell|groß|alt|spät))|qui|où|pourquoi|comment|quién|dónde|por qué|cómo)(?:'s|s)?(?!\p{L})`,
      'u',
    ),
  ],
  ['which', new RegExp(String.raw`^${PREPOSITION}(?:what|which)(?:'s|s)?\b`)],
]

function asksFor(clause: string, type: AnswerType): boolean {
  const { asked, named } = ASKS[type]
  switch (formOf(clause)) {
    case 'whether':
      return EXISTS.test(clause) && headsIn(clause, named).length > 0
    case 'manner':
      return false
    case 'which':
      return beginsWith(clause, asked) || headsIn(clause, named).some(({ before }) => isWhatIsAsked(before))
    case 'words':
      return asked.test(clause) || headsIn(clause, named).length > 0
  }
}

const beginsWith = (clause: string, asked: RegExp): boolean =>
  OPENS.exec(clause)![0].length === (asked.exec(clause)?.index ?? -1)

const OPENS = new RegExp(String.raw`^${PREPOSITION}`, 'u')

/** Whether there is a fee, or one pays, is answered by how much. */
const EXISTS =
  /^(?:(?:is|are|was|were|will|would) there|do(?:es)? (?:you|it|they|that|this|we) (?:charge|cost|have an? )|gibt es|y a-t-il|est-ce qu'il y a|¿?(?:hay|existe))\b/u

/** What names a fact itself, with the words before it; in “price match” and “deposit slip” it only tells of which kind a thing is. */
function headsIn(clause: string, named: RegExp): { before: string }[] {
  return [...clause.matchAll(new RegExp(named, 'gu'))].flatMap(({ 0: name, index }) => {
    const after = /^\s+([\p{L}'’]+)/u.exec(clause.slice(index + name.length))?.[1]
    return after === undefined || (isSmall(after) && !VERB.test(after))
      ? [{ before: clause.slice(0, index) }]
      : []
  })
}

/** What makes a statement of a name: “the deposit is refundable”. */
const VERB =
  /^(?:is|are|was|were|will|would|has|have|had|can|could|must|should|may|isn't|aren't|ist|sind|wird|est|sont|es|son)$/

const isSmall = (word: string): boolean => LANGUAGES.some((language) => isStopWord(word, language))

/** Between the question word and the name stand at most its article and what describes it: “what is the usual delivery ”. */
const isWhatIsAsked = (before: string): boolean => {
  const [, described = ''] = OPENS_WHICH.exec(before) ?? []
  return (
    OPENS_WHICH.test(before) &&
    described
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => !isSmall(word))
  )
}

const OPENS_WHICH = new RegExp(
  String.raw`^${PREPOSITION}(?:what|which)(?:'s|s| about| is| are| was| were| will be| would be)?(?: (?:the|your|my|our|a|an|any|this|that|those|these))?\s(.*)$`,
)

/** What asks for a fact by how it is asked, and what names one. */
const ASKS: Record<AnswerType, { asked: RegExp; named: RegExp }> = {
  amount: {
    asked:
      /\b(?:how much|how expensive|what (?:do|does|did|will|would) .{0,40}\b(?:charge|cost)|wieviel|wie viel|wie teuer|was kostet|combien|cu[aá]nto|cu[aá]nta|cuesta|cuestan)\b|\bco[uû]t/u,
    named:
      /\b(?:fees?|costs?|prices?|charges?|surcharges?|deposits?|minimum|maximum|limits?|cap|kosten|preis|gebühr|gebühren|versandkosten|prix|tarif|tarifs|frais|montant|precio|coste|tarifa|gastos)\b/u,
  },
  duration: {
    asked:
      /\b(?:how (?:long|soon|fast|quick(?:ly)?|far back|often)|(?<!\p{L} )when|what time|how many (?:days|weeks|months|years|hours|minutes)|wie lange|wie schnell|bis wann|dauert|combien de (?:temps|jours|semaines|mois|ans|heures)|cu[aá]nto (?:tiempo|tarda)|cu[aá]nt[oa]s (?:d[ií]as|semanas|meses|años|horas))\b|\bwie viele (?:tage|wochen|monate|jahre|stunden)\b/u,
    named: /\b(?:deadlines?|periods?|time limits?|frist|plazo)\b|\bd[eé]lais?/u,
  },
  date: {
    asked:
      /\b(?:(?<!\p{L} )when|what date|which day|which date|what year|since when|until when|wann|quand|quelle date|cu[aá]ndo|qu[eé] fecha)\b/u,
    named: /\b(?:deadlines?|dates?)\b/u,
  },
  percentage: {
    asked:
      /\b(?:how much|how big|what|which) (?:\w+ ){0,4}(?:rate|interest|apy|apr|percent(?:age)?|discount|cash ?back|share)\b/u,
    named:
      /\b(?:interest rate|interest|apr|apy|percentage|discount|money off|cash ?back|zinssatz|zinsen|prozent|rabatt|taux|pourcentage|porcentaje|tipo de inter[eé]s|descuento)\b|\br[eé]duction/u,
  },
  count: {
    asked: /\b(?:how many|how old|wie viele|combien|cu[aá]nt[oa]s)\b/u,
    named:
      /\b(?:number of|(?:minimum|maximum|what) ages?|limits?|cap|max(?:imum)?|min(?:imum)?|höchstens|mindestens|m[aá]ximo|m[ií]nimo)\b/u,
  },
}
