import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { z } from 'zod'
import { AnswerRequestSchema, type AnswerResponse } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import { findBotNamed } from '../../src/commands/bots/findBotNamed'
import { getDeps } from '../../src/deps'
import { VouchError } from '../../src/errors'
import type { Bot } from '../../payload-types'
import type { Payload } from 'payload'
import { readTextFile } from '../../src/readTextFile'
import { toInstant } from '../given'
import { print, withJson } from '../output'

interface AskOptions {
  bot?: string
  asOf?: string
  history?: string
}

export const addAskCommand = (program: Command): void => {
  withJson(program.command('ask <question>'))
    .description('ask as a bot, and see what it may say')
    .option('--bot <name>', 'which bot asks; the first one unless told')
    .option('--as-of <instant>', 'answer as of this day or instant (ISO 8601)', toInstant)
    .option('--history <file>', 'earlier turns: a JSON array of { role, content }')
    .action(async (question: string, options: AskOptions, command: Command) => {
      const request = AnswerRequestSchema.safeParse({
        question,
        ...(options.asOf && { asOf: options.asOf }),
        ...(options.history && { messages: await historyIn(options.history) }),
      })
      if (!request.success) throw new VouchError(`This cannot be asked. ${z.prettifyError(request.error)}`)
      const deps = await getDeps()
      const bot = await botByName(deps.payload, options.bot)
      const response = await answerQuestion(deps, { bot, request: request.data, requestId: randomUUID() })
      print(command, response, inWords)
    })
}

/** The bot of a name; the first that was made unless one is given. */
export const botByName = async (payload: Payload, name?: string): Promise<Bot> => {
  if (name !== undefined) return findBotNamed(payload, name)
  const { docs } = await payload.find({ collection: 'bots', sort: 'createdAt', depth: 0, limit: 1 })
  if (docs[0]) return docs[0]
  throw new VouchError('There is no bot yet. Make one in the admin, under Set-up, or run: npm run demo')
}

const historyIn = async (file: string): Promise<unknown> => {
  const parsed = AnswerRequestSchema.shape.messages.safeParse(jsonIn(await readTextFile(file)))
  if (parsed.success) return parsed.data
  throw new VouchError(
    `${file} is no history: ${z.prettifyError(parsed.error)}\nThis takes a JSON array such as [{ "role": "user", "content": "Hi" }, { "role": "assistant", "content": "Hello" }].`,
  )
}

/** Null where it is none. */
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** An answer as it is read on a terminal. */
export const inWords = (response: AnswerResponse): string => {
  const lines = [response.message]
  if (response.outcome === 'answered')
    for (const { number, document, version, headingPath, quote } of response.citations)
      lines.push(
        `  [${number}] ${[document.title, ...headingPath].join(' › ')} (v${version}): “${oneLine(quote)}”`,
      )
  if (response.outcome === 'clarify') lines.push(...response.options.map((option) => `  · ${option}`))
  if (response.outcome === 'escalated')
    lines.push(`  → ${response.handover.queue}, ${response.handover.urgency} (${response.reason})`)
  const share = response.outcome === 'answered' ? `, confidence ${response.confidence.toFixed(2)}` : ''
  const without = response.degraded.length ? `, without ${response.degraded.join(' and ')}` : ''
  lines.push(`  ${response.outcome}${share}${without} · receipt ${response.receiptId}`)
  return lines.join('\n')
}

const oneLine = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > 140 ? `${line.slice(0, 139)}…` : line
}
