import { createHash } from 'node:crypto'
import { AnswerRequestSchema, type AnswerRequest } from '../../answer/schema'
import { sayIssue } from '../fieldWords'
import { HttpProblem } from '../problem'
import type { ChatCompletionRequest, OpenAIPart, ResponseRequest } from './requestSchemas'

/** A turn as OpenAI's clients have it, wherever it stood in the request. */
export interface OpenAITurn {
  role: string
  content: string | readonly OpenAIPart[] | null
  /** Where it stood, for the one that is complained of. */
  param: string
}

type Earlier = AnswerRequest['messages']

/** What the contract of /answer takes of earlier turns: of more, the latest; of a longer one, its beginning. */
const MOST_TURNS = 50
const LONGEST_TURN = 8_000
/** Ids that a client made of something longer are told apart by their hash. */
const LONGEST_ID = 200

/** Which kinds of part are words, and the member that holds them. */
const WORDS: Record<string, 'text' | 'refusal'> = {
  text: 'text',
  input_text: 'text',
  output_text: 'text',
  refusal: 'refusal',
}

/**
 * A conversation of OpenAI's shape as a question: the last user message, with what customer and assistant said before it.
 * Instructions of the client are left out, whoever they say they are from: what may be said is what was signed.
 * @param before turns that the client did not send again.
 * @throws {HttpProblem} 400 that names the parameter.
 */
export function questionOf(o: {
  turns: readonly OpenAITurn[]
  request: ChatCompletionRequest | ResponseRequest
  before?: Earlier
  conversationId?: string | undefined
}): AnswerRequest {
  const { request, turns, before = [] } = o
  const at = turns.findLastIndex(({ role }) => role === 'user')
  const asked = turns[at]
  if (!asked)
    throw badParameter(
      turns[0]?.param.replace(/[[.].*$/, '') ?? 'messages',
      'There is no message of the user to answer.',
    )
  const { vouch, user, safety_identifier: safetyIdentifier, metadata } = request
  const customer = user || safetyIdentifier
  const parsed = AnswerRequestSchema.safeParse(
    {
      question: wordsOf(asked, { strict: true }),
      messages: [...before, ...turns.slice(0, at).flatMap(earlierTurn)].slice(-MOST_TURNS),
      ...(o.conversationId && { conversationId: o.conversationId }),
      ...(customer && { customer: shortId(customer) }),
      ...(metadata && { metadata }),
      ...vouch,
    },
    { error: sayIssue },
  )
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badParameter(
    issue?.path[0] === 'question' ? asked.param : (issue?.path.join('.') ?? asked.param),
    issue?.message ?? 'It cannot be used.',
  )
}

/** 400 for one parameter, by the name that OpenAI's clients give it. */
export function badParameter(param: string, detail: string, code?: string): HttpProblem {
  return new HttpProblem({
    status: 400,
    title: 'Invalid request',
    detail,
    members: { param, ...(code && { code }) },
  })
}

function earlierTurn(turn: OpenAITurn): Earlier {
  const { role } = turn
  if (role !== 'user' && role !== 'assistant') return []
  const content = wordsOf(turn, { strict: false })
  return content.trim() ? [earlier(role, content)] : []
}

/** A turn that came before, as long as one may be. */
export function earlier(role: Earlier[number]['role'], content: string): Earlier[number] {
  return { role, content: content.slice(0, LONGEST_TURN).toWellFormed() }
}

/** The words of a turn. @param o.strict whether what is no words is complained of: a question is not to be half read. */
function wordsOf({ content, param }: OpenAITurn, o: { strict: boolean }): string {
  if (content === null) return ''
  if (typeof content === 'string') return content
  return content
    .flatMap((part) => {
      const member = WORDS[part.type]
      const words = member && part[member]
      if (words === undefined && o.strict)
        throw badParameter(
          param,
          `This reads words only, and no part of the kind “${part.type.slice(0, 50)}”.`,
        )
      return words ?? []
    })
    .join('\n')
}

const shortId = (id: string): string =>
  id.length > LONGEST_ID ? createHash('sha256').update(id).digest('hex') : id

/** The messages of a chat as turns. A refusal that was said stands beside the content. */
export const turnsOfMessages = (messages: ChatCompletionRequest['messages']): OpenAITurn[] =>
  messages.map(({ role, content, refusal }, i) => ({
    role,
    content: content ?? refusal ?? null,
    param: `messages[${i}].content`,
  }))

/** The input of a response as turns: items that are no messages are read over. */
export const turnsOfInput = (input: ResponseRequest['input']): OpenAITurn[] =>
  typeof input === 'string'
    ? [{ role: 'user', content: input, param: 'input' }]
    : input.flatMap(({ type = 'message', role, content }, i) =>
        type === 'message' && role ? [{ role, content: content ?? null, param: `input[${i}].content` }] : [],
      )
