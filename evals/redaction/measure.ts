import { redact } from '../../src/handover/redact'

/** A message in which what must go is marked: `{{phone|07700 900123}}`. */
export interface MarkedMessage {
  id: string
  lang: string
  text: string
}

interface Share {
  of: number
  count: number
}

/** What redaction took out of a set of messages, and what it should have. */
export interface RedactionMeasure {
  messages: number
  /** Of what must go, what went whole. */
  recall: Share
  /** Of what went, what had to. */
  precision: Share
  /** Look-alikes that stayed as they were. */
  untouched: Share
  byKind: Record<string, Share>
  byLanguage: Record<string, Share>
  wrong: string[]
}

const MARK = /\{\{(?<kind>[^|}]+)\|(?<value>[^}]+)\}\}/g

/** Measures redaction on marked messages. Pure. */
export function measureRedaction(messages: readonly MarkedMessage[]): RedactionMeasure {
  const measure: RedactionMeasure = {
    messages: messages.length,
    recall: none(),
    precision: none(),
    untouched: none(),
    byKind: {},
    byLanguage: {},
    wrong: [],
  }
  for (const message of messages) judge(message, measure)
  return measure
}

const none = (): Share => ({ of: 0, count: 0 })

function judge({ id, lang, text: marked }: MarkedMessage, measure: RedactionMeasure): void {
  const values: { kind: string; value: string }[] = []
  const plain = marked.replaceAll(MARK, (_, kind: string, value: string) => {
    values.push({ kind, value })
    return value
  })
  const { text, found } = redact(plain)
  const shown =
    text.match(/\[(?:card|IBAN|code|password|national id|key|e-mail|phone|address|date of birth)[^\]]*\]/g) ??
    []
  let right = 0
  for (const { kind, value } of values) {
    const gone = !hasPartOf(text, value)
    right += Number(gone)
    count(measure.recall, gone)
    count((measure.byKind[kind] ??= none()), gone)
    count((measure.byLanguage[lang] ??= none()), gone)
  }
  // What stayed beside the marks must be there to the letter.
  const stays = marked.split(MARK).filter((_, i) => i % 3 === 0)
  const tooMuch = stays.filter((part) => part.trim() && !text.includes(part.trim())).length
  measure.precision.of += shown.length
  measure.precision.count += Math.max(0, Math.min(right, shown.length) - tooMuch)
  if (!values.length) count(measure.untouched, found.length === 0)
  if (right < values.length || tooMuch > 0 || shown.length > right)
    measure.wrong.push(`${id}: ${plain} → ${text}`)
}

/** Whether so much of it is left that it can be told: three of its letters or figures in a row. */
function hasPartOf(text: string, value: string): boolean {
  const bare = value.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  const left = text
    .replaceAll(/\[[^\]]*\]/g, '|')
    .replaceAll(/[^\p{L}\p{N}|]/gu, '')
    .toLowerCase()
  const length = Math.min(4, bare.length)
  for (let at = 0; at + length <= bare.length; at++) {
    const part = bare.slice(at, at + length)
    if (/\d/.test(part) && left.includes(part)) return true
  }
  return left.includes(bare)
}

const count = (share: Share, hit: boolean): void => {
  share.of++
  if (hit) share.count++
}
