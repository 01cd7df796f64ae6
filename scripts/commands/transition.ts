import type { Command } from 'commander'
import { readActor } from '../../src/commands/actor'
import type { ConflictWaiver } from '../../src/commands/conflicts/conflict'
import { readGoverned } from '../../src/commands/governedDocument'
import { transitionDocument } from '../../src/commands/transitionDocument'
import { getDeps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import { decideTransition, RULES } from '../../src/governance/transitions'
import { TRANSITIONS, type Transition } from '../../src/governance/types'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../../src/vocabulary'
import { toCount, toEmail, toInstant } from '../given'
import { print, withJson } from '../output'
import { personByEmail } from '../people'

interface Options {
  as: string
  expect?: number
  comment?: string
  effectiveFrom?: string
  expiresAt?: string
  waive?: ConflictWaiver[]
}

export const addTransitionCommand = (program: Command): void => {
  withJson(program.command('transition <collection> <id> [transition]'))
    .description('move a document through its workflow; without a transition, say what may be done')
    .requiredOption(
      '--as <email>',
      'who does it; the rules are those of the admin, and the audit says so',
      toEmail,
    )
    .option('--expect <version>', 'the version that you looked at', toCount(1))
    .option('--comment <text>')
    .option('--effective-from <instant>', 'a day or an instant (ISO 8601); with submit', toInstant)
    .option('--expires-at <instant>', 'a day or an instant (ISO 8601); with submit', toInstant)
    .option(
      '--waive <conflict=reason>',
      'with approve: why a text in force that says otherwise may stand; once for each conflict of the report',
      toWaiver,
    )
    .action(
      async (
        collection: string,
        id: string,
        transition: string | undefined,
        options: Options,
        command: Command,
      ) => {
        const on = { collection: oneOf(GOVERNED_COLLECTIONS, collection, 'collection'), id }
        if (transition) await move(command, on, oneOf(TRANSITIONS, transition, 'transition'), options)
        else await tell(command, on, options.as)
      },
    )
}

function toWaiver(given: string, before: ConflictWaiver[] = []): ConflictWaiver[] {
  const at = given.indexOf('=')
  if (at < 1 || !given.slice(at + 1).trim())
    throw new VouchError('Say which conflict, and why both texts may stand: --waive ID=REASON.')
  return [...before, { conflict: given.slice(0, at), reason: given.slice(at + 1).trim() }]
}

type On = { collection: GovernedCollection; id: string }

const move = async (command: Command, on: On, transition: Transition, options: Options): Promise<void> => {
  const deps = await getDeps()
  const user = await personByEmail(deps.payload, options.as)
  const { document } = await readGoverned({ payload: deps.payload, ...on })
  if (RULES[transition].ofVersion && !options.expect)
    throw new VouchError(
      `Say which version you looked at: it is now version ${document.version} (--expect ${document.version}).`,
    )
  const result = await transitionDocument(
    { ...deps, user, via: 'command line' },
    {
      ...on,
      transition,
      expectedVersion: options.expect ?? document.version,
      comment: options.comment,
      effectiveFrom: options.effectiveFrom,
      expiresAt: options.expiresAt,
      waivers: options.waive,
    },
  )
  print(
    command,
    result,
    () => `“${document.title}” v${result.version} is ${result.state.replaceAll('_', ' ')}.`,
  )
}

/** Where the document stands, and what this person may do or why not. */
const tell = async (command: Command, on: On, email: string): Promise<void> => {
  const { payload } = await getDeps()
  const actor = await readActor(payload, await personByEmail(payload, email))
  const { document, approvals } = await readGoverned({ payload, ...on })
  const steps = TRANSITIONS.map((transition) => ({
    transition,
    label: RULES[transition].label,
    decision: decideTransition({ transition, actor, document, approvals, comment: 'given' }),
  }))
  print(command, { document, steps }, () =>
    [
      `“${document.title}” v${document.version}: ${document.state.replaceAll('_', ' ')}, ${document.riskTier}${document.inForce ? ', a text of it is in force' : ''}.`,
      ...steps.map(({ transition, label, decision }) =>
        decision.allowed
          ? `  ${transition.padEnd(16)} ${label} → ${decision.to.replaceAll('_', ' ')}`
          : `  ${transition.padEnd(16)} no: ${decision.reason}`,
      ),
    ].join('\n'),
  )
}

const oneOf = <T extends string>(values: readonly T[], given: string, what: string): T => {
  const found = values.find((value) => value === given)
  if (found) return found
  throw new VouchError(`There is no ${what} “${given}”. It takes one of: ${values.join(', ')}.`)
}
