import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { stringify } from 'smol-toml'
import type { Opening } from './opening'

interface Contract {
  servers: { url: string }[]
  paths: Record<string, { servers?: { url: string }[] } & Record<string, unknown>>
}

/** The contract as it is served, with each path whole: schemathesis knows no servers of single paths. @returns the file. */
export async function writeContract({ base, folder }: { base: string; folder: string }): Promise<string> {
  const response = await fetch(`${base}/api/v1/openapi.json`)
  const file = path.join(folder, 'openapi.json')
  writeFileSync(file, JSON.stringify(withWholePaths((await response.json()) as Contract)))
  return file
}

/** Puts what each path is below into the path itself. */
export function withWholePaths(contract: Contract): Contract {
  const paths = Object.entries(contract.paths).map(([address, { servers, ...calls }]) => [
    `${(servers ?? contract.servers)[0]?.url ?? ''}${address}`.replaceAll('//', '/'),
    calls,
  ])
  return { ...contract, servers: [{ url: '/' }], paths: Object.fromEntries(paths) as Contract['paths'] }
}

/** @returns the file of settings: how to get in, and which ids are real. */
export function writeSettings({ folder, opening }: { folder: string; opening: Opening }): string {
  const file = path.join(folder, 'schemathesis.toml')
  const known = Object.entries(opening.ids).filter(([, ids]) => ids.length)
  writeFileSync(
    file,
    stringify({
      // As a browser says of a page of ours; writes with a session are refused without.
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      auth: { openapi: { key: { bearer: opening.key }, session: { api_key: opening.session } } },
      dictionaries: Object.fromEntries(known.map(([part, values]) => [part, { values }])),
      operations: known.map(([part]) => ({
        'include-path-regex': `^/api/v1/${part}/`,
        parameters: { 'path.id': { dictionary: part, probability: 0.7 } },
      })),
    }),
  )
  return file
}
