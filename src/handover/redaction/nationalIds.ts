import { stdnum } from 'stdnum'
import { numberOf } from './context'
import type { Secret } from './types'

interface IdKind {
  /** What it may look like; its own boundaries are added. */
  shape: string
  isRight: (written: string) => boolean
  /** What it is called. */
  label: RegExp
  /** Anybody's number may pass the check by chance: its name must stand before it. */
  onlyLabelled?: boolean
}

const passes =
  (country: 'GB' | 'US' | 'DE' | 'FR' | 'ES', name: string) =>
  (written: string): boolean => {
    const validators = stdnum[country] as unknown as Record<
      string,
      { validate: (id: string) => { isValid: boolean } }
    >
    return (
      validators[name]?.validate(written.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase()).isValid ?? false
    )
  }

const LINE = String.raw`[ .-]?`
const figures = (count: number): string => String.raw`\d(?:[ .-]{0,2}\d){${count - 1}}`

const KINDS: readonly IdKind[] = [
  {
    shape: `[a-z]{2}${LINE}${figures(6)}${LINE}[a-d]`,
    isRight: passes('GB', 'nino'),
    label: /nino|\bni\b|national insurance/i,
  },
  {
    shape: figures(9),
    isRight: passes('US', 'ssn'),
    label: /\bssn\b|social security|\b(?:my|their|her|his) social\b/i,
    onlyLabelled: true,
  },
  {
    shape: figures(11),
    isRight: passes('DE', 'idnr'),
    label: /steuer|id-?nr|identifikationsnummer|\btin\b/i,
    onlyLabelled: true,
  },
  {
    shape: String.raw`[12](?:[ .-]{0,2}\d){4}[ .-]{0,2}(?:\d|2[ab])(?:[ .-]{0,2}[\dab])(?:[ .-]{0,2}\d){8}`,
    isRight: passes('FR', 'nir'),
    label: /\bnir\b|s[ée]cu(?:rit[ée] sociale)?|\binsee\b/i,
  },
  { shape: `${figures(8)}${LINE}[a-z]`, isRight: passes('ES', 'dni'), label: /\bdni\b|\bnif\b/i },
  { shape: `[xyz]${LINE}${figures(7)}${LINE}[a-z]`, isRight: passes('ES', 'nie'), label: /\bnie\b|\bnif\b/i },
]

const NEAR = 48

/** National ids of five countries in a folded text: right by their check digits, or behind their name. */
export const nationalIdsIn = (text: string): Secret[] =>
  KINDS.flatMap((kind) =>
    Array.from(
      text.matchAll(
        new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-.])(?:${kind.shape})(?![\\p{L}\\p{N}])`, 'giu'),
      ),
    ).flatMap(({ 0: found, index }) =>
      isId(text, { kind, found, index })
        ? { kind: 'national id' as const, start: index, end: index + found.length, shown: '[national id]' }
        : [],
    ),
  )

function isId(text: string, o: { kind: IdKind; found: string; index: number }): boolean {
  const { kind, found, index } = o
  const isLabelled = kind.label.test(text.slice(Math.max(0, index - NEAR), index))
  if (isLabelled) return true
  return !kind.onlyLabelled && numberOf(text, index) !== 'thing' && kind.isRight(found)
}
