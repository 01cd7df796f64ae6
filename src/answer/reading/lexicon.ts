import { RegExpParser, type AST } from '@eslint-community/regexpp'

/** The words that patterns look for, read from the patterns themselves, so that they never fall out of step. */
export function wordsIn(patterns: readonly RegExp[]): Set<string> {
  const parser = new RegExpParser()
  const words = new Set<string>()
  for (const { source, flags } of patterns) {
    const pattern = parser.parsePattern(source, undefined, undefined, { unicode: flags.includes('u') })
    const ends = concatenated([EDGE, ofAlternatives(pattern.alternatives, words), EDGE], words)
    for (const word of [...ends.left, ...ends.right]) words.add(word)
  }
  return new Set([...words].filter((word) => word.length > 1))
}

/** What a part of a pattern may match, as far as it is letters: whole, or up to and from the edges of words inside it. */
interface Letters {
  whole: ReadonlySet<string>
  /** What stands before its first edge. */
  left: ReadonlySet<string>
  /** What stands behind its last edge. */
  right: ReadonlySet<string>
}

const NOTHING: Letters = { whole: new Set(['']), left: new Set(), right: new Set() }
const EDGE: Letters = { whole: new Set(), left: new Set(['']), right: new Set(['']) }
const LETTER = /[\p{L}']/u
/** A class of more characters stands for any letter, which tells nothing of a word. */
const MOST_OF_A_CLASS = 6

const ofAlternatives = (alternatives: readonly AST.Alternative[], words: Set<string>): Letters =>
  alternatives
    .map(({ elements }) =>
      concatenated(
        elements.map((element) => of(element, words)),
        words,
      ),
    )
    .reduce(either)

function of(node: AST.Element, words: Set<string>): Letters {
  switch (node.type) {
    case 'Character':
      return letter(String.fromCodePoint(node.value))
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(node.alternatives, words)
    case 'Quantifier':
      return repeated(node, words)
    case 'CharacterClass':
      return ofClass(node)
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? NOTHING : EDGE
    default:
      return EDGE
  }
}

function repeated({ element, min, max }: AST.Quantifier, words: Set<string>): Letters {
  // A space that may be missing is there in most writings, and what it parts are two words.
  if (element.type === 'Character' && !LETTER.test(String.fromCodePoint(element.value))) return EDGE
  const once = of(element, words)
  if (max > 1) return min === 0 ? either(either(once, EDGE), NOTHING) : either(once, EDGE)
  return min === 0 ? either(once, NOTHING) : once
}

function ofClass({ negate, elements }: AST.CharacterClass): Letters {
  const characters = elements.flatMap((element) => (element.type === 'Character' ? [element.value] : []))
  if (negate || characters.length < elements.length || characters.length > MOST_OF_A_CLASS) return EDGE
  return characters
    .map((code) => letter(String.fromCodePoint(code)))
    .reduce(either, { ...NOTHING, whole: new Set() })
}

const letter = (character: string): Letters =>
  LETTER.test(character) ? { ...NOTHING, whole: new Set([character]) } : EDGE

const either = (a: Letters, b: Letters): Letters => ({
  whole: new Set([...a.whole, ...b.whole]),
  left: new Set([...a.left, ...b.left]),
  right: new Set([...a.right, ...b.right]),
})

/** One after the other; what ends between two edges is a word. */
const concatenated = (parts: readonly Letters[], words: Set<string>): Letters =>
  parts.reduce((a, b) => {
    for (const word of joined(a.right, b.left)) words.add(word)
    return {
      whole: joined(a.whole, b.whole),
      left: new Set([...a.left, ...joined(a.whole, b.left)]),
      right: new Set([...b.right, ...joined(a.right, b.whole)]),
    }
  }, NOTHING)

const joined = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> => {
  const found = new Set<string>()
  for (const first of a) for (const second of b) found.add(first + second)
  return found
}
