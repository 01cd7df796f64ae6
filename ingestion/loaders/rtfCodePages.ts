import { LoadError } from '../../src/errors'

/** Code pages by the number of a font's character set (specification 1.9.1, `\fcharset`). */
const OF_CHARSET: Record<number, number> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}
const NAMES: Record<number, string> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  866: 'ibm866',
  874: 'windows-874',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** The code page of a font's character set, or null for "as the document says". */
export const codePageOf = (charset: number): number | null => OF_CHARSET[charset] ?? null

/** Bytes in a code page as text. @throws LoadError for a page that is not known: a guess would put wrong words into a policy. */
export function decodeCodePage(bytes: number[], codePage: number): string {
  const name = NAMES[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : null)
  if (!name && bytes.every((byte) => byte < 0x80)) return String.fromCharCode(...bytes)
  if (!name)
    throw new LoadError(
      `The document is written in code page ${codePage}, which cannot be read. Open it in Word and save it as .docx.`,
    )
  // As a stream, because Node 20 decodes Windows-1252 in one go as Latin-1.
  const decoder = new TextDecoder(name)
  return decoder.decode(Uint8Array.from(bytes), { stream: true }) + decoder.decode()
}
