import { fileTypeFromBuffer } from 'file-type'
import { LoadError } from '../../src/errors'

/** Refuses a file whose bytes are not what its extension says, before a parser meets them. */
export async function checkContent({
  extension,
  bytes,
}: {
  extension: string
  bytes: Uint8Array
}): Promise<void> {
  if (extension === '.pdf') return checkPdf(bytes)
  if (extension === '.docx') return checkDocx(bytes)
  const found = await fileTypeFromBuffer(bytes)
  if (found && NEVER_TEXT.has(found.ext) && (found.ext !== 'bmp' || bytes.includes(0)))
    throw lies(extension, found.mime)
}

async function checkPdf(bytes: Uint8Array): Promise<void> {
  // Some producers write a few bytes before the header, and every reader accepts it.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return
  throw lies('.pdf', await nameOf(bytes))
}

async function checkDocx(bytes: Uint8Array): Promise<void> {
  const found = await fileTypeFromBuffer(bytes)
  if (found?.ext === 'docx' || found?.ext === 'zip') return
  if (found?.ext === 'cfb') {
    throw new LoadError(
      'The file is named .docx but is an old Word document (.doc) or protected with a password. Save it as .docx without one.',
    )
  }
  throw lies('.docx', found?.mime ?? (await nameOf(bytes)))
}

const nameOf = async (bytes: Uint8Array) => (await fileTypeFromBuffer(bytes))?.mime ?? 'of no known format'

const lies = (extension: string, found: string) =>
  new LoadError(`The file is named ${extension} but its content is ${found}. Rename it, or export it again.`)

/** Formats with a signature long enough to be certain. Others are caught as invalid UTF-8 when they are decoded. */
const NEVER_TEXT = new Set(
  'pdf rtf png jpg gif webp tif bmp zip gz bz2 7z xz rar tar cfb docx xlsx pptx odt ods odp epub mp4 sqlite elf wasm'.split(
    ' ',
  ),
)
