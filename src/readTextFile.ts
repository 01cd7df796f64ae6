import { readFile, stat } from 'node:fs/promises'
import { VouchError } from './errors'

/** What a system error means for a file or folder that somebody named; null for what is no such error. */
export function sentenceOfFile(error: unknown): string | null {
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException
  if (!code || !path) return null
  const name = path.length > 200 ? `${path.slice(0, 200)}…` : path
  if (code === 'ENOENT')
    return syscall === 'open' || syscall === 'stat' || syscall === 'lstat' || syscall === 'access'
      ? `There is no ${name}. See that the path is right and its folder exists.`
      : `There is no file or folder ${name}.`
  if (code === 'EEXIST') return `${name} is there already, and is not a folder.`
  if (code === 'EISDIR') return `${name} is a folder; this takes a file.`
  if (code === 'ENOTDIR') return `${name} is not a folder, or a part of its path is a file.`
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${name} may not be opened by the one who runs this.`
  if (code === 'ENAMETOOLONG') return `The path is longer than a path may be: ${name}`
  return `${name} cannot be used: ${code}.`
}

/** The text of a file that a person named. @throws {VouchError} says what is wrong with it. */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    // Reading a folder says nothing of which.
    throw new VouchError(
      sentenceOfFile(Object.assign(error as NodeJS.ErrnoException, { path: file })) ??
        `${file} cannot be read.`,
    )
  })
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Said below.
  }
  throw new VouchError(`${file} is not a text file in UTF-8.`)
}

/** @throws {VouchError} where a person named no folder. */
export async function assertFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    throw new VouchError(sentenceOfFile(error) ?? `${folder} cannot be read.`)
  })
  if (!found.isDirectory()) throw new VouchError(`${folder} is a file; this takes a folder.`)
}
