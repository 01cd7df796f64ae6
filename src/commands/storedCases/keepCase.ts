import type { EvalCase, User } from '../../../payload-types'
import type { Deps } from '../../deps'
import { VouchError } from '../../errors'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import type { Message } from '../../answer/types'
import { redact } from '../../handover/redact'
import type { EvalKind, GovernedCollection, Outcome } from '../../vocabulary'
import { botFor } from '../tryQuestion'
import { kindOf } from './kindOf'

/** This person does not keep eval cases. */
export class CaseRefused extends VouchError {
  override name = 'CaseRefused'
}

export interface KeptCase {
  botId: string
  question: string
  messages: Message[]
  locale: string
  expectedOutcome: Outcome
  /** The precise reason of the trial, when what came of it is what is expected. */
  reason: string | null
  gold: { collection: GovernedCollection; id: string }[]
}

/**
 * Keeps a question that was tried as an eval case, asked by the bot's audiences. One that should be answered and names no
 * document yet is kept switched off, until QA says where the answer stands.
 * @throws {CaseRefused} @throws {NotFoundError} when this person sees no such bot.
 */
export const keepCase = async (
  deps: Deps,
  { user, ...kept }: KeptCase & { user: User },
): Promise<{ id: string; active: boolean; kind: EvalKind }> => {
  if (!may(user, 'keepEvalCases')) throw new CaseRefused(`${onlyWho('keepEvalCases')} Ask one of them.`)
  const bot = await botFor(deps, { user, botId: kept.botId })
  const { expectedOutcome, reason, gold, messages } = kept
  const active = expectedOutcome !== 'answered' || gold.length > 0
  const kind = kindOf({ outcome: expectedOutcome, reason, followsUp: messages.length > 0 })
  const { id } = await deps.payload.create({
    collection: 'eval-cases',
    data: {
      question: redact(kept.question).text,
      history: messages.map(({ role, content }) => ({ role, content: redact(content).text })),
      kind,
      expectedOutcome,
      gold: goldOf(expectedOutcome === 'answered' ? gold : []),
      locale: kept.locale,
      audiences: bot.audiences,
      origin: 'try_it',
      active,
    },
    depth: 0,
    user: { ...user, collection: 'users' },
    overrideAccess: false,
  })
  return { id, active, kind }
}

/** Documents as Payload relates to several collections, each once. */
export const goldOf = (documents: readonly KeptCase['gold'][number][]): NonNullable<EvalCase['gold']> =>
  [...new Map(documents.map((document) => [document.id, document])).values()].map(({ collection, id }) =>
    collection === 'policies'
      ? { relationTo: 'policies' as const, value: id }
      : { relationTo: 'faqs' as const, value: id },
  )
