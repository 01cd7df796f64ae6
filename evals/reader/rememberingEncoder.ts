import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, appendFileSync } from 'node:fs'
import path from 'node:path'
import type { CrossEncoder, ReadWindows, WindowReading } from '../../src/answer/reader/local/crossEncoder'

/** The encoder with its readings kept in a file of `directory`, by weights, question and text, so never stale: an eval is run often. */
export function rememberingEncoder(encoder: CrossEncoder, directory: string): CrossEncoder {
  mkdirSync(directory, { recursive: true })
  const file = path.join(directory, `${encoder.id.replaceAll(/\W/g, '-')}.jsonl`)
  const known = new Map<string, WindowReading>(
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line) => (line ? [JSON.parse(line) as [string, WindowReading]] : []))
      : [],
  )
  return {
    ...encoder,
    async read(o: ReadWindows) {
      const { question, windows, enough = Infinity } = o
      const keys = windows.map((lines) =>
        createHash('sha256')
          .update(JSON.stringify([question, ...lines]))
          .digest('base64url'),
      )
      const all: WindowReading[] = []
      for (const [i, key] of keys.entries()) {
        const [reading] = known.has(key)
          ? [known.get(key)!]
          : await encoder.read({ ...o, windows: [windows[i]!] })
        if (!reading) break
        if (!known.has(key)) appendFileSync(file, `${JSON.stringify([key, reading])}\n`)
        known.set(key, reading)
        all.push(reading)
        if (reading.answers >= enough) break
      }
      return all
    },
  }
}
