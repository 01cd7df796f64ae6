import { statSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { backUp } from '../../src/database/backup/backUp'
import { KEYS } from '../../src/database/backup/manifest'
import { restore } from '../../src/database/backup/restore'
import { getEnv } from '../../src/env'
import { VouchError } from '../../src/errors'
import { counted } from '../../src/vocabulary'
import { print, withJson } from '../output'

/** `vouch backup DIR` and `vouch restore DIR` */
export function addBackupCommands(program: Command): void {
  withJson(program.command('backup <folder>'))
    .description('copy this installation into a new folder, while it is at work')
    .action(async (folder: string, _: unknown, command: Command) => {
      const manifest = await backUp(getEnv(), folder)
      print(command, manifest, ({ files }) => {
        const hasKeys = files.some((file) => file.path.startsWith(`${KEYS}/`))
        return [
          `Backed up to ${path.resolve(folder)}: ${counted(files.length, 'file')}, ${sizeOf(files)} MB, each with its hash in manifest.json.`,
          ...(hasKeys
            ? [
                `Move ${path.join(folder, KEYS)} to another place: who has the keys and the database can rewrite the record.`,
              ]
            : []),
        ].join('\n')
      })
    })
  withJson(program.command('restore <folder>'))
    .description(
      'put a backup in place of VOUCH_DATA_DIR; refused where it is damaged, or the directory is in use',
    )
    .option('--keys <folder>', 'where its keys lie, when they were kept apart')
    .option('--replace', 'put what is there aside')
    .action(async (folder: string, options: { keys?: string; replace?: boolean }, command: Command) => {
      if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
        throw new VouchError(`There is no folder ${folder}.`)
      const env = getEnv()
      const given = [...(env.VOUCH_AUDIT_KEY ? ['audit.key'] : []), ...(env.VOUCH_SECRET ? ['secret'] : [])]
      print(command, await restore(env, folder, { ...options, given }), ({ manifest, before, missing }) =>
        [
          `Restored to ${env.dataDir} as it was at ${manifest.at}.`,
          ...(before ? [`What was there before lies in ${before}.`] : []),
          ...missing.map((name) => `Bring ${name} back from where you keep it, before you start.`),
          'Next: npm run -s vouch -- index reconcile, then npm run -s vouch -- verify',
        ].join('\n'),
      )
    })
}

const sizeOf = (files: readonly { size: number }[]): string =>
  (files.reduce((all, { size }) => all + size, 0) / 1e6).toFixed(1)
