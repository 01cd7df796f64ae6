/** Kinds of small words on which the meaning of a sentence turns. */
export type Marker =
  | 'negation'
  | 'exception'
  | 'condition'
  | 'obligation'
  | 'possibility'
  | 'atMost'
  | 'atLeast'
  | 'before'
  | 'after'
  | 'all'

/** The markers in a text, in whichever of the four languages it is. */
export const markersOf = (text: string, language: string): Set<Marker> => {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('’', "'")
  const patterns = MARKERS[language] ?? MARKERS.en
  return new Set(
    Object.keys(patterns ?? {}).filter((marker) => patterns?.[marker as Marker].test(words)) as Marker[],
  )
}

/**
 * The first marker in which a sentence departs from what it rests on, or null. What restricts (not, unless, if, at most,
 * before) must be in both or in neither. A duty, or “all”, must be told before it may be said; what must be done may not
 * become what may be done.
 */
export const departure = (sentence: ReadonlySet<Marker>, evidence: ReadonlySet<Marker>): Marker | null => {
  const restricting = RESTRICTING.find((marker) => sentence.has(marker) !== evidence.has(marker))
  if (restricting) return restricting
  const claimed = CLAIMING.find((marker) => sentence.has(marker) && !evidence.has(marker))
  if (claimed) return claimed
  const softened = sentence.has('possibility') && !sentence.has('obligation')
  return softened && evidence.has('obligation') && !evidence.has('possibility') ? 'obligation' : null
}

const RESTRICTING = ['negation', 'exception', 'condition', 'atMost', 'atLeast', 'before', 'after'] as const
const CLAIMING = ['obligation', 'all'] as const

/** Whole words; `\b` does not know “ü”. */
const words = (alternatives: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'u')

const MARKERS: Record<string, Record<Marker, RegExp>> = {
  en: {
    negation: words(
      "not|\\p{L}+n't|cannot|no|never|neither|nor|none|nothing|nobody|without|unable|impossible|prohibited|forbidden|excluded|ineligible|refuse[ds]?|declined?|void",
    ),
    exception: words(
      'unless|except(?:ions?|ing|ed)?|excluding|other than|but not|apart from|only|solely|exclusively',
    ),
    condition: words('if|provided|as long as|subject to|in case|whether|depend(?:s|ing)'),
    obligation: words(
      'must|have to|has to|require[sd]?|requirements?|needs? to|obliged|mandatory|compulsory|shall',
    ),
    possibility: words('may|can|could|might|able|allowed|permitted|possible|optional|optionally'),
    atMost: words(
      'up to|at most|max(?:imum)?|no more than|not more than|exceed(?:s|ing)?|less than|fewer than|under|below',
    ),
    atLeast: words('at least|min(?:imum)?|no less than|not less than|more than|over|above|or more'),
    before: words('before|prior to|in advance|until|no later than'),
    after: words('after|following|afterwards'),
    all: words('all|every|everyone|everything|any|each|always|ever'),
  },
  de: {
    negation: words(
      'nicht|kein(?:e|en|em|er|es)?|nie|niemals|ohne|weder|nichts|niemand|ausgeschlossen|unmöglich|verboten|abgelehnt',
    ),
    exception: words('außer|ausgenommen|ausnahmen?|es sei denn|nur|ausschließlich|lediglich'),
    condition: words('wenn|falls|sofern|vorausgesetzt|soweit|ob'),
    obligation: words(
      'muss|muß|müssen|müsst|musst|verpflichtet|erforderlich|zwingend|soll|sollen|vorgeschrieben',
    ),
    possibility: words('kann|können|kannst|könnt|könnte|darf|dürfen|möglich|erlaubt'),
    atMost: words('bis zu|höchstens|maximal|nicht mehr als|weniger als|unter'),
    atLeast: words('mindestens|wenigstens|mehr als|über'),
    before: words('vor|bevor|vorher|spätestens'),
    after: words('nach|nachdem|danach'),
    all: words('alle[mnrs]?|jede[mnrs]?|immer|sämtliche[nr]?'),
  },
  fr: {
    negation: words('pas|jamais|aucune?s?|sans|ni|rien|non|exclue?s?|impossible|interdite?s?|refusée?s?'),
    exception: words('sauf|excepté|hormis|à moins|seulement|uniquement|exclusivement|ne .{1,40} que'),
    condition: words("si|s'il|s'ils|à condition|pourvu|sous réserve"),
    obligation: words('doit|dois|devez|doivent|devrez|obligatoires?|faut|exigée?s?|requise?s?|nécessaires?'),
    possibility: words('peut|peux|pouvez|peuvent|pourrez|pourra|possible|permise?s?|autorisée?s?'),
    atMost: words("jusqu'à|au plus|maximum|maximale?|moins de|au maximum"),
    atLeast: words('au moins|minimum|minimale?|plus de'),
    before: words('avant|au préalable|au plus tard'),
    after: words('après|suivante?s?'),
    all: words('tous|toutes|tout|chaque|toujours'),
  },
  es: {
    negation: words(
      'no|nunca|jamás|sin|ningún|ninguna?|ni|nada|tampoco|excluid[oa]s?|imposible|prohibid[oa]s?',
    ),
    exception: words('salvo|excepto|a menos|solo|sólo|solamente|únicamente|exclusivamente'),
    condition: words('si|siempre que|con tal|a condición'),
    obligation: words(
      'debe[ns]?|deberá[ns]?|tienen? que|tienes que|obligatori[oa]s?|requerid[oa]s?|necesari[oa]s?',
    ),
    possibility: words('puede[ns]?|podrá[ns]?|posible|permitid[oa]s?'),
    atMost: words('hasta|como máximo|máxim[oa]|menos de'),
    atLeast: words('al menos|por lo menos|mínim[oa]|más de'),
    before: words('antes|previamente|a más tardar'),
    after: words('después|tras|siguientes?'),
    all: words('todos|todas|todo|toda|cada|siempre'),
  },
}
