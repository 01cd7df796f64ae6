/** A character in a text that people do not see, or that makes them see the text in another order. */
export interface HiddenCharacter {
  /** `U+202E` */
  code: string
  name: string
  /** Whether it changes the order in which the text is seen. */
  reorders: boolean
  /** UTF-16 offset into the text. */
  index: number
  /** Counted from 1. */
  line: number
  /** The words around it, with `␣` in its place. */
  around: string
}

/**
 * Every character of a text that a person who reads it cannot see, in their order. Those that writing needs are left out:
 * joiners in scripts that join letters and in emoji, and the signs that choose an emoji's form.
 */
export function hiddenCharactersIn(text: string): HiddenCharacter[] {
  return Array.from(text.matchAll(HIDDEN), ({ 0: character, index }) => ({ character, index }))
    .filter(({ character, index }) => !isNeeded(text, character, index))
    .map(({ character, index }) => {
      const code = character.codePointAt(0) ?? 0
      return {
        code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
        name: nameOf(code),
        reorders: REORDERS.test(character),
        index,
        line: text.slice(0, index).split('\n').length,
        around: aroundOf(text, index, character.length),
      }
    })
}

const HIDDEN = /\p{Default_Ignorable_Code_Point}|(?![\t\n\r\f])\p{Cc}|[\ufff9-\ufffb\u2800]/gu
const REORDERS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const JOINS = /[\u200c\u200d]/
const VARIES = /[\ufe00-\ufe0f]/
/** Scripts whose letters are joined or kept apart by a joiner. */
const JOINED_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Mongolian}]/u
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f#*0-9]/u

function isNeeded(text: string, character: string, index: number): boolean {
  const before = Array.from(text.slice(Math.max(0, index - 4), index)).at(-1) ?? ''
  const after = Array.from(text.slice(index + character.length, index + character.length + 4))[0] ?? ''
  if (JOINS.test(character))
    return (
      (JOINED_SCRIPT.test(before) && JOINED_SCRIPT.test(after)) ||
      (EMOJI.test(before) && /\p{Extended_Pictographic}/u.test(after))
    )
  return VARIES.test(character) && EMOJI.test(before)
}

const NAMES: Record<number, string> = {
  0xad: 'soft hyphen', 0x61c: 'Arabic letter mark', 0x200b: 'zero-width space', 0x200c: 'zero-width non-joiner',
  0x200d: 'zero-width joiner', 0x200e: 'left-to-right mark', 0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding', 0x202b: 'right-to-left embedding', 0x202c: 'end of direction',
  0x202d: 'left-to-right override', 0x202e: 'right-to-left override', 0x2060: 'word joiner',
  0x2066: 'left-to-right isolate', 0x2067: 'right-to-left isolate', 0x2068: 'first strong isolate',
  0x2069: 'end of isolate', 0x2800: 'blank Braille pattern', 0x3164: 'Hangul filler', 0xfeff: 'byte order mark',
} // prettier-ignore

function nameOf(code: number): string {
  if (NAMES[code]) return NAMES[code]
  if (code < 0xa0) return 'control character'
  if (code >= 0xe0000 && code <= 0xe007f) return 'tag character'
  return (code >= 0xfe00 && code <= 0xfe0f) || code >= 0xe0100 ? 'variation selector' : 'invisible character'
}

const AROUND = 20

/** Other hidden characters are shown in the same way, so that nothing of the notice can be hidden either. */
const aroundOf = (text: string, index: number, length: number): string =>
  `${text.slice(Math.max(0, text.lastIndexOf('\n', index - 1) + 1, index - AROUND), index)}␣${text.slice(index + length, index + length + AROUND)}`
    .replace(HIDDEN, '␣')
    .replace(/\s+/g, ' ')
    .trim()
