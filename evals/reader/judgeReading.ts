import { compose } from '../../src/answer/compose'
import { ground } from '../../src/answer/ground'
import type { Reading } from '../../src/answer/reader/types'
import { answerIsRight } from '../metrics/answerIsRight'
import type { ReadExample } from './readExample'
import { folded } from './folded'

/** What would be said after a reading, and whether it is right and shows what carries the answer. */
export function judgeReading(
  example: ReadExample,
  reading: Reading,
): { text: string; right: boolean; shown: boolean } {
  const { question, passages, locale } = example
  const { sentences, citations } = ground(compose({ question, passages, locale, reading }))
  const text = sentences.map((sentence) => sentence.text).join(' ')
  const isQuoted = (evidence: string): boolean =>
    citations.some(
      ({ quote }) => folded(quote).includes(folded(evidence)) || folded(evidence).includes(folded(quote)),
    )
  const { evidence } = example
  const shown = example.answerable && (evidence.length === 0 || evidence.some(isQuoted))
  const whole = evidence.length > 0 && evidence.every(isQuoted)
  const byKey = answerIsRight({
    key: example.key,
    text,
    citedDocuments: citations.map(({ document }) => document.id),
  })
  return {
    text,
    shown,
    right:
      example.answerable &&
      sentences.length > 0 &&
      (example.evidence.length > 0 ? whole || (shown && byKey) : byKey),
  }
}
