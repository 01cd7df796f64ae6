import type { Omissions } from '../../omissions'
import type { PdfPage } from './open'
import type { Run } from './runs'

/** What pdf.js keeps of a font, with `fontExtraProperties`. */
interface PdfFont {
  name?: string
  composite?: boolean
  toUnicode?: object
}

/** Looking at fonts takes as long as reading the text; those of a long document are nearly all on its first pages. */
const PAGES_LOOKED_AT = 8

/**
 * Leaves out text whose font does not say which letters its shapes are, because what comes out are numbers of shapes, not
 * words; and counts such fonts, fonts that fail, and pages without text.
 */
export class FontCheck {
  readonly #omissions: Omissions
  readonly #unreadable = new Map<string, { name: string; pages: number[]; characters: number }>()
  readonly #pictures: number[] = []
  /** Fonts that were looked at; one has the same name on every page. */
  readonly #looked = new Map<string, PdfFont | null>()
  #characters = 0

  constructor(omissions: Omissions) {
    this.#omissions = omissions
  }

  /** How much of the text could not be read, from 0 to 1. */
  get unreadableShare(): number {
    const lost = [...this.#unreadable.values()].reduce((sum, { characters }) => sum + characters, 0)
    return lost === 0 ? 0 : lost / (lost + this.#characters)
  }

  async readable(page: PdfPage, number: number, runs: Run[]): Promise<Run[]> {
    const suspect = new Set(
      [...new Set(runs.map(({ font }) => font))].filter((font) => !looksWritten(textIn(runs, font))),
    )
    const unknown = [...suspect].some((font) => !this.#looked.has(font))
    const look = number <= PAGES_LOOKED_AT || unknown || !runs.some(({ text }) => text.trim())
    const { failed, pictures } = look ? await lookAt(page) : { failed: 0, pictures: 0 }
    for (const font of suspect) if (look) this.#looked.set(font, fontOf(page, font))
    for (let i = 0; i < failed; i++)
      this.#count(`${number} ${i}`, { name: 'a font that is damaged', number, characters: 0 })
    if (pictures > 0 && !runs.some(({ text }) => text.trim())) this.#pictures.push(number)
    const lost = new Set<string>()
    for (const font of suspect) {
      const text = textIn(runs, font)
      const known = this.#looked.get(font) ?? null
      if (!isNumbersOfShapes(known) && !isPrivate(text)) continue
      lost.add(font)
      const name = (known?.name ?? 'a font without a name').replace(/^[A-Z]{6}\+/, '')
      this.#count(name, { name, number, characters: text.replace(/\s/g, '').length })
    }
    const left = runs.filter(({ font }) => !lost.has(font))
    this.#characters += left.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
    return left
  }

  /** Tells what was not read, with the names of fonts and the pages. */
  report(pages: number): void {
    for (const { name, pages: on } of this.#unreadable.values())
      this.#omissions.add('unreadable_fonts', `${name}, ${pagesInWords(on)}`)
    if (this.#pictures.length > 0 && this.#pictures.length < pages)
      this.#omissions.add(
        'images_without_alt',
        `${pagesInWords(this.#pictures)} without text`,
        this.#pictures.length,
      )
  }

  #count(
    key: string,
    { name, number, characters }: { name: string; number: number; characters: number },
  ): void {
    const known = this.#unreadable.get(key) ?? { name, pages: [], characters: 0 }
    if (!known.pages.includes(number)) known.pages.push(number)
    known.characters += characters
    this.#unreadable.set(key, known)
  }
}

const textIn = (runs: Run[], font: string) =>
  runs.flatMap((run) => (run.font === font ? [run.text] : [])).join(' ')

/** Whether a text may be words at all, so that its font need not be looked at. */
function looksWritten(text: string): boolean {
  const tokens = text.split(/\s+/).filter(Boolean)
  const words = tokens.filter((token) =>
    /^[\p{Ps}\p{Pi}\p{Po}]*(\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+)([-'’]\p{L}+)*[\p{P}]*$/u.test(token),
  )
  return tokens.length > 0 && words.length >= 0.75 * tokens.length && !isPrivate(text) && hasVowels(text)
}

/** Shapes' numbers read as letters seldom have vowels where words have them. */
const hasVowels = (text: string) => {
  const latin = text.match(/[a-z]/gi) ?? []
  return latin.length < 12 || latin.filter((letter) => /[aeiouy]/i.test(letter)).length > 0.25 * latin.length
}

/** Signs of the private area, control characters, signs that nobody has given a meaning. */
function isPrivate(text: string): boolean {
  const signs = [...text].filter((sign) => /\S/.test(sign))
  const odd = signs.filter((sign) => /[\p{Co}\p{Cc}\p{Cn}\uFFFD]/u.test(sign))
  return signs.length > 2 && odd.length > 0.3 * signs.length
}

/** Of a font with many shapes that says nothing of letters, pdf.js has only the range of its numbers. */
const isNumbersOfShapes = (font: PdfFont | null) =>
  font?.composite === true && font.toUnicode !== undefined && 'firstChar' in font.toUnicode

function fontOf(page: PdfPage, name: string): PdfFont | null {
  try {
    return page.commonObjs.get(name) as PdfFont
  } catch {
    return null
  }
}

/** Reads a page as if to draw it, which is when pdf.js tells of fonts; how many failed, and how many pictures there are. */
async function lookAt(page: PdfPage): Promise<{ failed: number; pictures: number }> {
  try {
    const { fnArray, argsArray } = await page.getOperatorList()
    let failed = 0
    for (const [i, fn] of fnArray.entries())
      if (fn === SET_FONT && /error/i.test(String(argsArray[i]?.[0]))) failed++
    const drawn = fnArray.filter((fn) => fn === SHOW_TEXT).length
    return { failed, pictures: drawn === 0 ? 1 : 0 }
  } catch {
    return { failed: 0, pictures: 0 }
  }
}

/** Operators of pdf.js (src/shared/util.js, OPS). */
const SET_FONT = 37
const SHOW_TEXT = 44

const pagesInWords = (pages: number[]) =>
  pages.length === 1
    ? `page ${pages[0]}`
    : `pages ${pages.slice(0, 5).join(', ')}${pages.length > 5 ? ' …' : ''}`
