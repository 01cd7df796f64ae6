import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { withTimeLimit } from '../src/timeLimit'

/** Where the server of a data directory is while it runs, for whatever else is started beside it with other settings. */
const servingSchema = z.object({ url: z.url(), pid: z.int() })

const fileOf = (dataDir: string): string => path.join(dataDir, 'serving.json')

/** @returns takes it back. */
export function noteServing(dataDir: string, url: string): () => void {
  const pid = process.pid
  writeFileSync(fileOf(dataDir), JSON.stringify({ url, pid }), { mode: 0o600 })
  return () => {
    if (readServing(dataDir)?.pid === pid) rmSync(fileOf(dataDir), { force: true })
  }
}

const ASKED_MS = 1_000

/** The address that answers now; null where no server says that it serves this data, or it does not answer. */
export async function servingNow(dataDir: string): Promise<string | null> {
  const noted = readServing(dataDir)
  return noted && (await answersAt(noted.url)) ? noted.url : null
}

function readServing(dataDir: string): z.infer<typeof servingSchema> | null {
  try {
    return servingSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/** Whether a server of ours is there. */
export async function answersAt(url: string): Promise<boolean> {
  return withTimeLimit({ ms: ASKED_MS }, async ({ signal }) => {
    const response = await fetch(`${url}/api/v1/health/live`, { signal }).catch(() => null)
    return response?.ok === true
  })
}
