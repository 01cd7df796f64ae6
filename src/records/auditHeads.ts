import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { TreeHead } from '../governance/merkleTree'
import { VouchError } from '../errors'
import { withTimeLimit } from '../timeLimit'

/** A head of the audit chain as it was written elsewhere. */
export interface WrittenHead {
  /** ISO 8601. */
  at: string
  seq: number
  hash: string
  /** The tree of everything that can be proved to someone outside, as it was then. */
  tree?: TreeHead
}

/** Where heads go: a file always, and a webhook or a mailbox where one is named. */
export interface HeadPlaces {
  file: string
  urls: string[]
  addresses: string[]
}

const HEAD = /^(\S+) ([1-9]\d*) ((?:hmac-)?sha256:[0-9a-f]{64})(?: (\d+) ([0-9a-f]{64}))?$/

/** What `VOUCH_AUDIT_HEADS` names, several with commas; a file in the data directory where it names none. */
export function headPlaces({
  VOUCH_AUDIT_HEADS = '',
  dataDir,
}: {
  VOUCH_AUDIT_HEADS?: string | undefined
  dataDir: string
}): HeadPlaces {
  const given = VOUCH_AUDIT_HEADS.split(',')
    .map((each) => each.trim())
    .filter(Boolean)
  const urls = given.filter((each) => /^https?:\/\//i.test(each))
  const addresses = given.filter((each) => /^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(each))
  const file = given.find((each) => !urls.includes(each) && !addresses.includes(each))
  return {
    file: path.resolve(/* turbopackIgnore: true */ file ?? path.join(dataDir, 'audit.heads')),
    urls,
    addresses,
  }
}

/** The heads in a file, the oldest first; none where there is no file. @throws {VouchError} for one that is no such file. */
export async function readHeads(file: string): Promise<WrittenHead[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new VouchError(`The heads of the audit log in ${file} cannot be read: ${error.code}.`)
  })
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => parseHead(line.trim(), file))
}

/** A head from its line; null where it is none. */
export function parseHeadLine(line: string): WrittenHead | null {
  const [, at, seq, hash, size, root] = HEAD.exec(line) ?? []
  if (!at || !seq || !hash) return null
  return { at, seq: Number(seq), hash, ...(size && root && { tree: { size: Number(size), root } }) }
}

function parseHead(line: string, file: string): WrittenHead {
  const head = parseHeadLine(line)
  if (!head)
    throw new VouchError(
      `${file} has a line that is no head of the audit log: “${line.slice(0, 80)}”. Each is an instant, a number and a hash, and the size and root of a tree.`,
    )
  return head
}

/** A head as one line. */
export function headLine({ at, seq, hash, tree }: WrittenHead): string {
  return [at, seq, hash, ...(tree ? [tree.size, tree.root] : [])].join(' ')
}

const WEBHOOK_MS = 10_000

/** Writes a head to every place. @returns what could not be written, as sentences. */
export async function writeHead(payload: Payload, places: HeadPlaces, head: WrittenHead): Promise<string[]> {
  const line = headLine(head)
  const writes = [
    { to: places.file, write: () => append(places.file, line) },
    ...places.urls.map((url) => ({ to: new URL(url).origin, write: () => post(url, head) })),
    ...places.addresses.map((to) => ({
      to,
      write: () => payload.sendEmail({ to, subject: `Vouch audit head No. ${head.seq}`, text: `${line}\n` }),
    })),
  ]
  const failed = await Promise.all(
    writes.map(({ to, write }) =>
      write().then(
        () => [],
        (error: Error) => [`The head of the audit log could not be written to ${to}: ${error.message}`],
      ),
    ),
  )
  return failed.flat()
}

async function append(file: string, line: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await appendFile(file, `${line}\n`, { mode: 0o600 })
}

async function post(url: string, head: WrittenHead): Promise<void> {
  const response = await withTimeLimit({ ms: WEBHOOK_MS }, ({ signal }) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(head),
      redirect: 'error',
      signal,
    }),
  )
  if (!response.ok) throw new VouchError(`it answered ${response.status}.`)
}
