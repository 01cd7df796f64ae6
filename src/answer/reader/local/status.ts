import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { READER_FILES } from './crossEncoder'

/** Whether the reader's weights are there and are the ones that belong here. Never throws. */
export async function readerStatus(
  root = process.cwd(),
): Promise<{ status: 'present' | 'absent' | 'altered'; reason: string }> {
  const file = path.resolve(/* turbopackIgnore: true */ root, READER_FILES.weights)
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return { status: 'absent', reason: `${file} cannot be read; it is part of the repository` }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return sha256 === READER_FILES.sha256
    ? { status: 'present', reason: `${file}, SHA-256 ${sha256.slice(0, 12)}` }
    : { status: 'altered', reason: `${file} is not the file that belongs here: take it from the repository` }
}
