import type { Span } from './types'

/** Ends of segments that are no ends of sentences. */
const UNFINISHED =
  /(?:^|\s)(?:e\.g|i\.e|etc|approx|no|nr|art|sec|vs|mr|mrs|ms|dr|st|inc|ltd|z|d|u|p|z\.\s?b|bzw|ca|ggf|usw|d\.\s?h|u\.\s?a|abs|tel|mio|std|evtl|inkl|zzgl|max|min|m|mme|p\.\s?ex|env|cf|réf|sr|sra|ud|uds|p\.\s?ej|núm|pág|aprox|\d{1,3})\.\s*$/i

/** The sentences of a span of text; abbreviations and line breaks within one end none. */
export function sentencesIn(text: string, span: Span, locale: string): Span[] {
  const found: Span[] = []
  let from: number | null = null
  for (const { segment, index } of segmenterOf(locale).segment(text.slice(span.start, span.end))) {
    from ??= span.start + index
    const to = span.start + index + segment.length
    const more = to < span.end && (UNFINISHED.test(segment) || /^[^.!?:]*\n$/.test(segment))
    if (more) continue
    found.push(trimmed(text, { start: from, end: to }))
    from = null
  }
  return found.filter(({ start, end }) => end > start)
}

/** The span without the white space around it. */
export function trimmed(text: string, { start, end }: Span): Span {
  const raw = text.slice(start, end)
  return { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length }
}

const segmenters = new Map<string, Intl.Segmenter>()

/** Tells sentences apart by Unicode’s rules for a language (UAX 29); one that is not known is read as English. */
export function segmenterOf(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale)
  if (known) return known
  const segmenter = new Intl.Segmenter(supported(locale), { granularity: 'sentence' })
  segmenters.set(locale, segmenter)
  return segmenter
}

function supported(locale: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
