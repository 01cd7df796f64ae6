import { Argument, type Command } from 'commander'
import { describeMode, readBotModes, setAnswerMode } from '../../src/commands/bots/answerModes'
import { getDeps } from '../../src/deps'
import { ANSWER_MODES, type AnswerMode } from '../../src/vocabulary'
import { toEmail } from '../given'
import { personByEmail } from '../people'
import { print, withJson } from '../output'

export const addBotsCommand = (program: Command): void => {
  const bots = withJson(program.command('bots'))
    .description('the bots, and how their answers are worded')
    .action(async (_, command: Command) => {
      const { payload } = await getDeps()
      print(command, await readBotModes(payload), (found) =>
        found.length
          ? found.map(describeMode).join('\n')
          : 'There is no bot yet. Make one in the admin, under Set-up.',
      )
    })
  withJson(bots.command('mode <bot>'))
    .description(
      'quoted: the words of the texts; generated: a language model’s, each sentence checked against them',
    )
    .addArgument(new Argument('<mode>', 'how its answers are worded').choices(ANSWER_MODES))
    .requiredOption('--as <email>', 'who does it; an admin, and the audit says so', toEmail)
    .action(async (name: string, answerMode: AnswerMode, { as }: { as: string }, command: Command) => {
      const { payload, languageModels } = await getDeps()
      const user = await personByEmail(payload, as)
      const bot = await setAnswerMode(
        { payload, user: { ...user, collection: 'users' } },
        { name, answerMode },
      )
      if (answerMode === 'generated' && !languageModels.chat)
        console.error('No language model is configured, so it quotes all the same. Set VOUCH_CHAT_MODEL.')
      print(command, bot, describeMode)
    })
}
