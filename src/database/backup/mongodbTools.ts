import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { VouchError } from '../../errors'

/** The archive of a MongoDB in a backup. */
export const ARCHIVE = 'mongodb.archive.gz'

/** Dumps the whole database with MongoDB's own tool. @throws {VouchError} where the tool is not there, or fails. */
export function dumpMongodb(uri: string, folder: string): Promise<void> {
  return runTool('mongodump', { uri, args: ['--gzip', `--archive=${path.join(folder, ARCHIVE)}`] })
}

/** Puts a dump in place of what is in the database. @throws {VouchError} where the tool is not there, or fails. */
export function restoreMongodb(uri: string, folder: string): Promise<void> {
  return runTool('mongorestore', {
    uri,
    args: ['--drop', '--gzip', `--archive=${path.join(folder, ARCHIVE)}`],
  })
}

/** The address goes through a file: what a process is started with can be read by everyone on the machine. */
async function runTool(tool: string, { uri, args }: { uri: string; args: string[] }): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-mongodb-'))
  try {
    const config = path.join(folder, 'config.yaml')
    writeFileSync(config, `uri: ${JSON.stringify(uri)}\n`, { mode: 0o600 })
    await new Promise<void>((resolve, reject) => {
      const child = spawn(tool, [`--config=${config}`, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
      let last = ''
      child.stderr.on('data', (data: Buffer) => (last = (last + data.toString()).slice(-2_000)))
      child.on('error', () =>
        reject(
          new VouchError(
            `${tool} is not installed here. Install MongoDB’s Database Tools (https://www.mongodb.com/docs/database-tools/), or back up with what your host offers.`,
          ),
        ),
      )
      child.on('close', (code) =>
        code === 0
          ? resolve()
          : reject(new VouchError(`${tool} ended with ${code}: ${last.trim().split('\n').at(-1) ?? ''}`)),
      )
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
