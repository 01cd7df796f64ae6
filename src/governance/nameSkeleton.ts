import unhomoglyph from 'unhomoglyph'

/**
 * Two names with the same skeleton look alike: letter case, accents, spaces, invisible signs and letters of other scripts
 * aside (the confusables of Unicode TR 39).
 */
export const nameSkeleton = (name: string): string =>
  Array.from(name.normalize('NFKD'))
    .filter((sign) => /[\p{L}\p{N}|]/u.test(sign))
    .map(lookOf)
    .join('')
    // A capital i, a small L and a one differ in few typefaces.
    .replaceAll(/[i1|]/g, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')

/** As it looks in small letters: by its small form, else by its capital (к looks like ĸ, but К like K). */
const lookOf = (sign: string): string => {
  const small = sign.toLowerCase()
  const looks = [small, sign, sign.toUpperCase()].map((form) => unhomoglyph(form).toLowerCase())
  return looks.find((look) => /^[a-z\d|]+$/.test(look)) ?? small
}
