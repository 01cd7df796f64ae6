import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { beginBuild, runBuild } from '../../ingestion/buildIndex'
import { activeIndexVersion } from '../../ingestion/indexVersions'
import { activateVersion } from '../../ingestion/switchIndex'
import { answersFor, type AudienceQuestions } from '../../src/commands/proofs/audienceAnswers'
import { proveAudience, type AudienceProof } from '../../src/commands/proofs/proveAudience'
import { DENSE_WEIGHT, getDeps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import { SYSTEM } from '../../src/records/recordAudit'
import { AUDIENCES, counted, type Audience } from '../../src/vocabulary'
import { toCount } from '../given'
import { print, withJson } from '../output'
import { inTwin } from '../twin'

/** `vouch audience prove AUDIENCE` */
export function addAudienceCommand(program: Command): void {
  const audience = program.command('audience').description('what each audience may learn')
  withJson(audience.command('prove <audience>'))
    .description(
      'ask everything that was ever asked of this installation and of a twin without the texts hidden from this audience (several with commas): every answer, reason and score must be the same',
    )
    .option('--limit <count>', 'how many questions of each kind, the newest first', toCount(1))
    .action(async (given: string, { limit }: { limit?: number }, command: Command) => {
      const audiences = toAudiences(given)
      const deps = await getDeps()
      const proof = await inTwin(deps.env, { audiences }, (makeTwin) =>
        proveAudience(deps, { audiences, makeTwin, ...(limit && { limit }) }),
      )
      print(command, proof, formatProof)
      if (proof.leaks.length) process.exitCode = 1
    })
  // What the twin's own process is started with (scripts/twin.ts).
  audience.command('answers <file>', { hidden: true }).action(async (file: string) => {
    const deps = await getDeps()
    await indexAnew(deps)
    const questions = JSON.parse(readFileSync(file, 'utf8')) as AudienceQuestions
    process.stdout.write(JSON.stringify(await answersFor(deps, questions)))
  })
}

/** An index that never held what was taken out. */
async function indexAnew(deps: Awaited<ReturnType<typeof getDeps>>): Promise<void> {
  const [actor, me] = [SYSTEM, randomUUID()]
  const denseWeight = (await activeIndexVersion(deps.payload))?.denseWeight ?? DENSE_WEIGHT
  const id = await beginBuild(deps, { denseWeight, actor, fresh: true, me })
  await runBuild(deps, id, { me, actor })
  await activateVersion(deps, id, { actor, force: true })
}

function toAudiences(given: string): Audience[] {
  const names = given.split(',').map((each) => each.trim())
  const known = AUDIENCES.filter((each) => names.includes(each))
  if (known.length !== names.length)
    throw new VouchError(`Audiences are ${AUDIENCES.join(', ')}; name one, or several with commas.`)
  return known
}

function formatProof({ audiences, questions, hidden, leaks, times }: AudienceProof): string {
  const whom = audiences.join(', ')
  const spent = Object.entries(times).map(
    ([outcome, { here, twin }]) => `  ${outcome.padEnd(10)} ${here} ms here, ${twin} ms in the twin`,
  )
  if (!leaks.length)
    return [
      `Proved for ${whom}: ${counted(questions, 'question')}, and every answer, reason and score is that of a twin without ${counted(hidden, 'hidden release')}.`,
      'Middle time of an answer:',
      ...spent,
    ].join('\n')
  return [
    `A leak for ${whom}: ${leaks.length} of ${counted(questions, 'question')} are answered otherwise than by a twin without ${counted(hidden, 'hidden release')}.`,
    ...leaks.slice(0, 20).map(({ question, fields }) => `  ✗ “${question}”: ${fields.join(', ')}`),
  ].join('\n')
}
