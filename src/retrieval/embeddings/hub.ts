import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { withTimeLimit } from '../../timeLimit'
import type { ModelFile } from './minilmFiles'

const HUB = 'https://huggingface.co'
const ANSWER_WITHIN_MS = 5_000
const DOWNLOAD_WITHIN_MS = 300_000
/** A small file's etag is its git hash, which is shorter. */
const SHA256_DIGITS = 64

interface HubDownload {
  file: ModelFile
  target: string
  hubUrl?: string
  signal?: AbortSignal
  onProgress: (message: string) => void
}

/** Downloads the first of the file's places on the hub that can be the file; its hash is the caller's to check. */
export async function downloadFromHub({ file, target, hubUrl = HUB, signal, onProgress }: HubDownload) {
  for (const place of file.hubPaths) {
    const url = `${hubUrl}/${place}`
    if (!(await mayBeTheFile({ url, file, signal }))) continue
    onProgress(`downloading ${file.name} (${Math.ceil(file.bytes / 1e6)} MB)`)
    return await withTimeLimit({ ms: DOWNLOAD_WITHIN_MS, signals: [signal] }, async (limit) => {
      const response = await fetch(url, { signal: limit.signal })
      if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`)
      const body = Readable.fromWeb(response.body as ReadableStream)
      await pipeline(body, createWriteStream(target), { signal: limit.signal })
    })
  }
  throw new Error(`none of the known places holds ${file.name} with the expected hash`)
}

/** The hub tells size and SHA-256 of large files before the download; small ones are tried by their size. */
async function mayBeTheFile({ url, file, signal }: { url: string; file: ModelFile; signal?: AbortSignal }) {
  const head = await withTimeLimit({ ms: ANSWER_WITHIN_MS, signals: [signal] }, (limit) =>
    fetch(url, { method: 'HEAD', redirect: 'manual', signal: limit.signal }),
  )
  if (head.status >= 400) return false
  const etag = head.headers.get('x-linked-etag')?.replaceAll('"', '')
  if (etag?.length === SHA256_DIGITS) return etag === file.sha256
  const size = head.headers.get('x-linked-size') ?? (head.ok ? head.headers.get('content-length') : null)
  return size === null || Number(size) === file.bytes
}
