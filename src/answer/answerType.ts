import { askedFacts, type AnswerType } from './understand/askedFacts'

/** The kinds of fact that would answer `question`; several when the words leave it open ("what is the limit?"). */
export const answerTypesOf = (question: string, locale = 'en'): AnswerType[] => askedFacts(question, locale)

/** Whether `text` holds a fact of one of `types`; null when no kind is asked for. */
export const holdsAnswerType = (text: string, types: readonly AnswerType[]): boolean | null =>
  types.length === 0 ? null : types.some((type) => FORMS[type].test(text))

const FORMS: Record<AnswerType, RegExp> = {
  amount:
    /[$€£¥]\s?\d|\d[\d.,]*\s?(?:dollars?|euros?|pounds?|usd|eur|gbp|chf|cents?|€|£|%)|\bfree\b|\bno (?:fee|charge|cost)\b|\bkostenlos\b|\bgratuit\b|\bgratis\b/i,
  duration:
    /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty|ein|eine[mnrs]?|zwei|drei|vier|fünf|sechs|zehn|vierzehn|un|une|deux|trois|quatre|cinq|dix|quinze|una|dos|tres|cuatro|cinco|diez)(?:\s?(?:-|–|to|bis|à)\s?\d+)?[ -](?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?|stunden?|tagen?|wochen?|monate?n?|jahre?n?|jours?|heures?|semaines?|mois|ans?|d[ií]as?|horas?|semanas?|meses|años?)\b|\b(?:immediately|instantly|same day|next day|monthly|weekly|daily|annually|yearly|quarterly|every (?:day|week|month|year)|sofort|monatlich|jährlich|täglich|wöchentlich|immédiatement|chaque (?:jour|semaine|mois|année)|inmediatamente|cada (?:d[ií]a|semana|mes|año))\b/i,
  date: /\b\d{4}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:januar|februar|märz|mai|juni|juli|oktober|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|janvier|février|mars|avril|juin|juillet|septembre|octobre|novembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|enero|febrero|marzo|abril|mayo|junio|julio|septiembre|octubre|noviembre|diciembre|lunes|martes|jueves|viernes|domingo)\b/i,
  percentage: /\d\s?%|\bper ?cent\b|\bprozent\b|\bpour cent\b|\bpor ciento\b/i,
  count:
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|unlimited|no limit|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|unbegrenzt|deux|trois|quatre|cinq|sept|huit|neuf|dix|illimitée?s?|dos|tres|cuatro|cinco|siete|ocho|nueve|diez|ilimitad[oa]s?)\b/i,
}
