/** Something the customer has said that a colleague will need, so that nobody asks for it twice. */
export interface Detail {
  kind: 'order number' | 'date' | 'amount' | 'e-mail' | 'phone'
  text: string
}

/** The details in redacted user messages, each once, in the order they were given. */
export const detailsIn = (messages: readonly string[]): Detail[] => {
  const details = messages.flatMap((message) =>
    PATTERNS.flatMap(({ kind, pattern }) =>
      Array.from(message.matchAll(pattern), (match) => ({
        kind,
        text: (match[1] ?? match[0]).trim(),
        at: match.index,
      })),
    ).sort((a, b) => a.at - b.at),
  )
  const seen = new Set<string>()
  return details.flatMap(({ kind, text }) => {
    const key = `${kind} ${text.toLowerCase()}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ kind, text }]
  })
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'

const PATTERNS: readonly { kind: Detail['kind']; pattern: RegExp }[] = [
  {
    kind: 'order number',
    pattern:
      /\b(?:order|booking|reference|ref|case|ticket|invoice|account|policy|tracking|bestellung|commande|pedido)(?: ?(?:number|no\.?|nr\.?|id|#))?(?: is|:)? ?#?\s?([A-Z]{0,4}-?\d[A-Z0-9-]{3,19})\b/gi,
  },
  { kind: 'order number', pattern: /(?<![\w-])#?([A-Z]{2,4}-\d{4,12})\b/g },
  { kind: 'date', pattern: /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g },
  {
    kind: 'date',
    pattern: new RegExp(
      String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?: \d{4})?\b|\b${MONTH} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?\b`,
      'gi',
    ),
  },
  {
    kind: 'date',
    pattern:
      /\b(?:yesterday|(?:last|this|on) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month))\b/gi,
  },
  {
    kind: 'amount',
    pattern:
      /[$€£]\s?\d[\d,]*(?:\.\d{1,2})?|\b\d[\d.,]*\s?(?:€|£|euros?\b|dollars?\b|pounds?\b|usd\b|eur\b|gbp\b)/gi,
  },
  { kind: 'e-mail', pattern: /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g },
  { kind: 'phone', pattern: /(?<![\w-])\+\d[\d ()-]{7,16}\d\b/g },
]
