import unhomoglyph from 'unhomoglyph'

/** Lower-case text with each letter of another script that looks like a Latin one replaced by it (UTS 39 confusables). */
export const asLatin = (text: string): string =>
  ONLY_LATIN.test(text) ? text : Array.from(text, latinLetter).join('')

const ONLY_LATIN = /^[\0-\u024f]*$/
const known = new Map<string, string>()

function latinLetter(character: string): string {
  if (ONLY_LATIN.test(character)) return character
  const remembered = known.get(character)
  if (remembered !== undefined) return remembered
  const found = lookalikeOf(character)
  known.set(character, found)
  return found
}

/** By its small form, else by its capital: к looks like ĸ, but К like K. Back from “rn”, which the tables have for m. */
function lookalikeOf(character: string): string {
  const candidates = [character, character.toUpperCase()].flatMap((form) => {
    const alike = unhomoglyph(form).toLowerCase()
    return [alike, alike === 'rn' ? 'm' : (SMALL_CAPITALS.get(alike) ?? letterInSign(form) ?? '')]
  })
  return candidates.find((candidate) => /^[a-z]$/.test(candidate)) ?? character
}

const SMALL_CAPITALS = new Map(
  Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢĸʍ', (small, i) => [small, 'abcdefghijklmnoprstuvwyzkm'.charAt(i)]),
)

/** Letters in squares, circles and flags, which have no compatibility form: each set stands in the order of the alphabet. */
const SETS_OF_SIGNS = [0x1f150, 0x1f170, 0x1f1e6]

function letterInSign(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0
  const first = SETS_OF_SIGNS.find((start) => code >= start && code < start + 26)
  return first === undefined ? undefined : String.fromCodePoint(97 + code - first)
}
