import { randomBytes } from 'node:crypto'
import { Option, type Command } from 'commander'
import type { PayloadRequest } from 'payload'
import type { User } from '../../payload-types'
import { NotFoundError } from '../../src/commands/governedDocument'
import { VouchError } from '../../src/errors'
import { turnFactorOff } from '../../src/records/secondFactor/changeFactor'
import { notify } from '../../src/records/notify'
import { readPeopleWithRights } from '../../src/records/rights/peopleWithRights'
import { ROLES_WHEN_NONE_CHOSEN } from '../../src/governance/startingRoles'
import { rightsAdded } from '../../src/governance/rights'
import { recordAudit, SYSTEM } from '../../src/records/recordAudit'
import { inTransaction } from '../../src/database/transaction'
import { getDeps } from '../../src/deps'
import { ROLES, type Role } from '../../src/vocabulary'
import { toEmail } from '../given'
import { print, withJson } from '../output'

/** Whoever has the machine gives rights alone; those who look at rights are told. */
const tellOfOperator = async (
  req: PayloadRequest,
  { id, name, roles }: { id: string; name: string; roles: Role[] },
): Promise<void> => {
  const rights = rightsAdded([], roles)
  if (!rights.length) return
  await notify(req, {
    to: (await readPeopleWithRights(req.payload, req)).map((person) => person.id),
    by: id,
    kind: 'right',
    title: `${name} was added on the command line as ${rights.join(' and ')}`,
    href: `/admin/collections/users/${id}`,
    key: `right-operator:${id}`,
  })
}

export const addUserCommand = (program: Command): void => {
  const user = program.command('user').description('the people who sign in')
  addResetCommand(user)
  withJson(user.command('add'))
    .argument('<email>', 'what they sign in with', toEmail)
    .description('add a person; prints the password that was made for them')
    .requiredOption('--name <name>', 'how they appear')
    .addOption(new Option('--role <role...>', 'what they do').choices(ROLES).default(ROLES_WHEN_NONE_CHOSEN))
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
          detail: { roles: options.role, via: 'command line' },
        })
        await tellOfOperator(req, { id: row.id, name: options.name, roles: options.role })
        return row
      })
      print(
        command,
        { id: created.id, email: created.email, roles: created.roles, password },
        (person) => `${person.email} may sign in with the password ${person.password} (shown once).`,
      )
    })
}

/** For who lost phone and recovery codes where nobody else can reset it: whoever has the machine may. */
const addResetCommand = (user: Command): void => {
  withJson(user.command('reset-factor'))
    .argument('<email>', 'what they sign in with', toEmail)
    .description('take away the second factor of somebody who lost it, and sign them out; they are told')
    .action(async (email: string, _options: object, command: Command) => {
      const { payload } = await getDeps()
      const name = await inTransaction({ payload }, (req) => resetFactorOf(req, email))
      print(command, { email, secondFactor: false }, () => `${name} signs in with the password alone now.`)
    })
}

const resetFactorOf = async (req: PayloadRequest, email: string): Promise<string> => {
  const person = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { email: { equals: email } },
    req,
  })
  if (!person) throw new NotFoundError(`Nobody signs in as ${email}.`)
  if (!person.secondFactor) throw new VouchError(`${person.name} has no second factor.`)
  await turnFactorOff(req, { person, actor: SYSTEM, action: 'reset', sessions: [] })
  return person.name
}
