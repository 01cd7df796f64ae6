import JSZip from 'jszip'
import { LoadError } from '../../src/errors'

/** What a file that is a zip archive inside (docx, pptx, xlsx, odt) may hold. Bytes are counted as they are inflated. */
export interface ArchiveLimits {
  maxEntries: number
  maxBytes: number
  /** Of the XML alone: parsers keep it in memory as objects, ten times its size. */
  maxXmlBytes: number
}

const MB = 1024 * 1024
export const ARCHIVE_LIMITS: ArchiveLimits = { maxEntries: 5_000, maxBytes: 300 * MB, maxXmlBytes: 64 * MB }

/** Refuses a zip bomb before a parser meets it: inflates each entry, keeps nothing, stops at the limit. */
export async function checkArchive(bytes: Uint8Array, limits = ARCHIVE_LIMITS): Promise<void> {
  const { maxEntries, maxBytes, maxXmlBytes } = limits
  if (countEntries(bytes, maxEntries + 1) > maxEntries)
    throw new LoadError(`The file holds more than ${maxEntries} parts, and no more are read. ${SPLIT}`)
  let [all, xml] = [0, 0]
  for (const entry of Object.values((await openArchive(bytes)).files)) {
    if (entry.dir) continue
    const isXml = /\.(xml|rels)$/i.test(entry.name)
    const room = Math.min(maxBytes - all, isXml ? maxXmlBytes - xml : Infinity)
    const size = await inflatedSize(entry, room)
    if (size === null) throw tooLarge(isXml && maxXmlBytes - xml < maxBytes - all ? maxXmlBytes : maxBytes)
    all += size
    xml += isXml ? size : 0
  }
}

/** The archive, opened. @throws LoadError when it is damaged or locked. */
export async function openArchive(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes)
  } catch (error) {
    throw damaged(error)
  }
}

/** The text of one part, or null when the archive has none of that name. */
export const readPart = async (archive: JSZip, name: string): Promise<string | null> => {
  try {
    return (await archive.file(name)?.async('string')) ?? null
  } catch (error) {
    throw damaged(error)
  }
}

/** Each entry of the directory starts with the same four bytes; a stored zip inside may add some of its own. */
function countEntries(bytes: Uint8Array, enough: number): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = Buffer.from('PK\x01\x02', 'latin1')
  let count = 0
  for (let at = buffer.indexOf(mark); at >= 0 && count < enough; at = buffer.indexOf(mark, at + 4)) count++
  return count
}

/** Bytes of an entry, or null when there are more than `room`. What the archive says of its own sizes may be a lie. */
const inflatedSize = (entry: JSZip.JSZipObject, room: number): Promise<number | null> =>
  new Promise((resolve, reject) => {
    let size = 0
    const stream = entry.nodeStream('nodebuffer')
    stream
      .on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= room) return
        stream.pause()
        resolve(null)
      })
      .on('error', (error: unknown) => reject(damaged(error)))
      .on('end', () => resolve(size))
  })

const SPLIT = 'Split it into smaller files.'

const tooLarge = (limit: number) =>
  new LoadError(`Unpacked, the file has more than ${limit / MB} MB, and no more are read. ${SPLIT}`)

const damaged = (error: unknown) => {
  const reason = (error instanceof Error ? error.message : String(error)).split(/[.:(]/)[0]?.trim()
  return new LoadError(`The file is damaged and cannot be unpacked (${reason}). Open it and save it again.`)
}
