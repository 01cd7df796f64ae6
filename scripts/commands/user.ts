import { randomBytes } from 'node:crypto'
import { Option, type Command } from 'commander'
import { recordAudit, SYSTEM } from '../../collections/audit/recordAudit'
import { inTransaction } from '../../src/database/transaction'
import { getDeps } from '../../src/deps'
import { ROLES, type Role } from '../../src/vocabulary'
import { print, withJson } from '../output'

export const addUserCommand = (program: Command): void => {
  const user = program.command('user').description('the people who sign in')
  withJson(user.command('add <email>'))
    .description('add a person; prints the password that was made for them')
    .requiredOption('--name <name>', 'how they appear')
    .addOption(new Option('--role <role...>', 'what they do').choices(ROLES).default(['author']))
    .action(async (email: string, options: { name: string; role: Role[] }, command: Command) => {
      const { payload } = await getDeps()
      const password = randomBytes(12).toString('base64url')
      const created = await inTransaction({ payload }, async (req) => {
        const row = await payload.create({
          collection: 'users',
          data: { email, name: options.name, roles: options.role, password },
          req,
        })
        await recordAudit(req, {
          action: 'user.added',
          actor: SYSTEM,
          subject: { collection: 'users', id: row.id, title: options.name },
          detail: { roles: options.role },
        })
        return row
      })
      print(
        command,
        { id: created.id, email: created.email, roles: created.roles, password },
        (person) => `${person.email} may sign in with the password ${person.password} (shown once).`,
      )
    })
}
