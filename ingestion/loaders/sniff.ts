import { fileTypeFromBuffer } from 'file-type'
import { LoadError } from '../../src/errors'
import type { Loader } from '../types'
import { checkArchive } from './archive'

/** A loader that refuses, before its parser meets them, bytes that are not what the extension says, and zip bombs. */
export const checked = (extension: string, load: Loader): Loader =>
  async function* (file, signal) {
    await checkContent({ extension, bytes: file.bytes })
    signal.throwIfAborted()
    yield* load(file, signal)
  }

async function checkContent({ extension, bytes }: { extension: string; bytes: Uint8Array }): Promise<void> {
  if (extension === '.pdf') return checkPdf(bytes)
  const office = OFFICE[extension]
  if (office) return checkOffice({ extension, bytes, ...office })
  const found = await fileTypeFromBuffer(bytes)
  if (extension === '.rtf' && found?.ext !== 'rtf') throw lies(extension, found?.mime ?? NO_FORMAT)
  if (extension === '.rtf' || OLD_OFFICE.has(extension)) return
  if (found && NEVER_TEXT.has(found.ext) && (found.ext !== 'bmp' || bytes.includes(0)))
    throw lies(extension, found.mime)
}

/** Zip archives inside, with what a file of that name may be instead. */
const OFFICE: Record<string, { old: string }> = {
  '.docx': { old: 'an old Word document (.doc)' },
  '.pptx': { old: 'an old presentation (.ppt)' },
  '.xlsx': { old: 'an old workbook (.xls)' },
  '.odt': { old: 'an old Office document' },
}
const OLD_OFFICE = new Set(['.doc', '.ppt', '.xls'])
const NO_FORMAT = 'of no known format'

async function checkPdf(bytes: Uint8Array): Promise<void> {
  // Some producers write a few bytes before the header, and every reader accepts it.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return
  throw lies('.pdf', (await fileTypeFromBuffer(bytes))?.mime ?? NO_FORMAT)
}

interface OfficeFile {
  extension: string
  bytes: Uint8Array
  old: string
}

async function checkOffice({ extension, bytes, old }: OfficeFile): Promise<void> {
  const found = await fileTypeFromBuffer(bytes)
  if (found && ['zip', extension.slice(1)].includes(found.ext)) return checkArchive(bytes)
  if (found?.ext === 'cfb') {
    throw new LoadError(
      `The file is named ${extension} but is ${old} or protected with a password. Save it as ${extension} without one.`,
    )
  }
  throw lies(extension, found?.mime ?? NO_FORMAT)
}

const lies = (extension: string, found: string) =>
  new LoadError(`The file is named ${extension} but its content is ${found}. Rename it, or export it again.`)

/** Formats with a signature long enough to be certain. Others are caught as invalid UTF-8 when they are decoded. */
const NEVER_TEXT = new Set(
  'pdf rtf png jpg gif webp tif bmp zip gz bz2 7z xz rar tar cfb docx xlsx pptx odt ods odp epub mp4 sqlite elf wasm'.split(
    ' ',
  ),
)
