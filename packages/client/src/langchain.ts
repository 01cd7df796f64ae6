import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import { tool } from '@langchain/core/tools'
import type { Answer, Question, Vouch } from './client.js'

/** What is said of every question that a chain asks: the conversation's language, channel, customer. */
type Asking = Omit<Question, 'question'>

/**
 * What Vouch would quote in answer to a question, a document for each citation; none where it refuses. A chain that words
 * its own answer from them is no longer vouched for: pass `message` of the tool on for that.
 */
export class VouchRetriever extends BaseRetriever {
  lc_namespace = ['vouch', 'retrievers']
  readonly #client: Vouch
  readonly #asking: Asking

  constructor({ client, asking = {}, ...input }: BaseRetrieverInput & { client: Vouch; asking?: Asking }) {
    super(input)
    this.#client = client
    this.#asking = asking
  }

  override async _getRelevantDocuments(question: string): Promise<Document[]> {
    const answer = await this.#client.answer({ ...this.#asking, question })
    if (answer.outcome !== 'answered') return []
    return answer.citations.map(
      ({ quote, chunkId, document, ...citation }) =>
        new Document({
          id: chunkId,
          pageContent: quote,
          metadata: { ...citation, document, receiptId: answer.receiptId },
        }),
    )
  }
}

const DESCRIPTION =
  'Answers a customer’s question by quoting texts that the company has approved. Tell the customer its words unchanged: where it refuses or hands over, do not answer yourself.'

/** A tool that agents ask; its artifact is the whole answer, with the citations. */
export const createVouchTool = ({ client, asking = {} }: { client: Vouch; asking?: Asking }) =>
  tool(
    async (input: unknown): Promise<[string, Answer]> => {
      const { question } = input as { question: string }
      const answer = await client.answer({ ...asking, question })
      return [answer.message, answer]
    },
    {
      name: 'approved_answer',
      description: DESCRIPTION,
      responseFormat: 'content_and_artifact',
      schema: {
        type: 'object',
        properties: {
          question: { type: 'string', description: 'The customer’s question, in their own words.' },
        },
        required: ['question'],
      },
    },
  )
