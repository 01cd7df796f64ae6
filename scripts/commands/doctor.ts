import type { Command } from 'commander'
import { readExpired, type Expired } from '../../src/commands/erasure/eraseExpired'
import { readPeopleWithRights } from '../../src/records/rights/peopleWithRights'
import { indexStatus } from '../../ingestion/indexStatus'
import { lastVerification } from '../../src/commands/audit/verifyByItself'
import { escalationAdvice, escalationPoliciesAt } from '../../src/commands/escalation/policiesAt'
import { getDeps, type Deps } from '../../src/deps'
import { oneAdminAdvice } from '../../src/governance/rights'
import { checkHealth } from '../../src/health'
import { putAside } from '../../src/records/putAside'
import { describeFactors, factorAdvice } from '../../src/governance/secondFactorWords'
import { readFactorUse } from '../../src/records/secondFactor/readFactorUse'
import { counted } from '../../src/vocabulary'
import { outbox } from '../../src/worker'
import { formatDemoAccess, openDemoAccess } from '../demo/demoAccess'
import { describeMode, readBotModes } from '../../src/commands/bots/answerModes'
import { adminAdvice } from '../people'
import { print, withJson } from '../output'
import { servingNow } from '../serving'

const LABELS: Record<string, string> = { languageModel: 'writer', reranker: 'reranker' }
const labelOf = (name: string): string => LABELS[name] ?? name

export const addDoctorCommand = (program: Command): void => {
  withJson(program.command('doctor'))
    .description('what is configured, what can be reached, what is out of step, and what to do')
    .action(async (_, command: Command) => {
      const deps = await getDeps()
      const { dependencies } = await checkHealth(deps, { thorough: true })
      const index = await indexStatus(deps).catch((error: unknown) => ({ error: (error as Error).message }))
      const jobs = await outbox(deps.payload)
      const alone = oneAdminAdvice(await readPeopleWithRights(deps.payload).catch(() => []))
      const verified = await lastVerification(deps.payload).catch(() => null)
      const aside = await putAside(deps.payload).catch(() => [])
      const demo = await openDemoAccess(deps.payload, deps.env.dataDir).catch(() => null)
      const bots = await readBotModes(deps.payload).catch(() => [])
      const due = await readExpired(deps).catch(() => [])
      const factors = await readFactorUse(deps.payload).catch(() => null)
      const policies = await escalationPoliciesAt(deps.payload, { anew: true })
      const advice = [
        ...(await adminAdvice(deps.payload).catch(() => [])),
        ...(deps.model ? [] : [deps.modelReason]),
        ...('problem' in index && index.problem ? [index.problem] : []),
        ...('inStep' in index && !index.inStep
          ? ['The index is out of step. Run: npm run -s vouch -- index reconcile']
          : []),
        ...generatedWithoutModel(deps, bots),
        ...due.flatMap(overdueText),
        ...escalationAdvice(policies),
        ...(alone ? [alone] : []),
        ...(factors ? factorAdvice(factors) : []),
        ...(jobs.failed
          ? [
              `${counted(jobs.failed, 'job')} ${jobs.failed === 1 ? 'was' : 'were'} given up. See why: npm run -s vouch -- jobs`,
            ]
          : []),
        ...(verified?.breaks
          ? [
              `The last verification found ${counted(verified.breaks, 'break')}. See: npm run -s vouch -- verify`,
            ]
          : []),
        ...aside.map(
          ({ message }) => `Put aside, and not served until an admin has looked at it: ${message}`,
        ),
        ...Object.entries(dependencies).flatMap(([name, { state, detail }]) =>
          state === 'down' || (state === 'degraded' && name !== 'index' && name !== 'embeddings')
            ? [`${name}: ${detail}`]
            : [],
        ),
      ]
      const serving = await servingNow(deps.env.dataDir)
      const url = serving ?? deps.env.publicUrl
      const report = {
        dataDir: deps.env.dataDir,
        server: { url, running: serving !== null },
        database: deps.env.databaseUri.replace(/\/\/[^@/]*@/, '//…@'),
        store: deps.store.name,
        dependencies,
        bots,
        kept: due.map(({ bot, days, conversations }) => ({
          bot: bot.name,
          days,
          due: conversations.length,
        })),
        secondFactor: factors,
        index,
        jobs,
        verified,
        aside,
        advice,
        demo,
      }
      print(command, report, () =>
        [
          `data      ${report.dataDir}`,
          `server    ${serving ? `${url} answers` : `none is known to run here; it would be at ${url}`}`,
          `database  ${report.database}`,
          ...Object.entries(dependencies).map(
            ([name, { state, detail }]) => `${labelOf(name).padEnd(10)}${state}: ${detail}`,
          ),
          ...bots.map((bot) => `bot       ${describeMode(bot)}`),
          ...report.kept.map(
            (each) =>
              `kept      conversations of ${each.bot} for ${counted(each.days, 'day')}; ${each.due} due to be erased`,
          ),
          ...(factors ? [`sign-in   ${describeFactors(factors)}`] : []),
          `outbox    ${counted(jobs.waiting, 'job')} waiting, ${jobs.failed} failed`,
          `verified  ${verified ? `${verified.at}, ${counted(verified.breaks, 'break')}` : 'not by itself yet: the worker does it each night'}`,
          ...(advice.length ? ['', ...advice.map((line) => `! ${line}`)] : ['', 'All is well.']),
          ...(demo ? [formatDemoAccess(demo, url)] : []),
        ].join('\n'),
      )
      if (dependencies.database.state === 'down') process.exitCode = 1
    })
}

/** Bots that shall be worded by a model which is not there. */
const generatedWithoutModel = (
  { languageModels }: Pick<Deps, 'languageModels'>,
  bots: Awaited<ReturnType<typeof readBotModes>>,
): string[] =>
  bots.flatMap(({ name, answerMode }) =>
    languageModels.chat || answerMode !== 'generated'
      ? []
      : `“${name}” is set to generated answers, and no model is configured: it quotes. Set VOUCH_CHAT_MODEL, or run: npm run -s vouch -- bots mode "${name}" quoted`,
  )

/** The worker erases each night what is due; what has waited longer says that none runs. */
const overdueText = ({ bot, conversations }: Expired): string[] =>
  conversations.length > 0
    ? [
        `${counted(conversations.length, 'conversation')} of ${bot.name} ${conversations.length === 1 ? 'is' : 'are'} past the time that text is kept. The worker erases ${conversations.length === 1 ? 'it' : 'them'} tonight; is one running?`,
      ]
    : []
