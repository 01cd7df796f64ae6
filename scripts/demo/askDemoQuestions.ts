import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { DemoManifest } from '../../demo/manifest'
import { AnswerRequestSchema } from '../../src/answer/schema'
import { answerQuestion } from '../../src/commands/answerQuestion'
import type { Deps } from '../../src/deps'
import { drainJobs } from '../../src/worker'
import { inWords } from '../commands/ask'
import { importFrom } from './importDemoCorpus'
import type { DemoPeople } from './seedDemo'

/** Asks the demo's questions as its bot, publishing a missing article on the way, and prints what came back. */
export const askDemoQuestions = async (
  deps: Deps,
  { directory, manifest, people }: { directory: string; manifest: DemoManifest; people: DemoPeople },
): Promise<void> => {
  for (const [i, { question, shows, after, expect }] of manifest.questions.entries()) {
    if (after) await publishLater(deps, { directory, manifest, people, file: after })
    console.log(`\n${i + 1}. “${question}”   (${shows})`)
    const response = await answerQuestion(deps, {
      bot: people.bot,
      requestId: randomUUID(),
      request: AnswerRequestSchema.parse({
        question,
        channel: 'web',
        conversationId: `demo-${randomUUID()}`,
      }),
    })
    console.log(indent(inWords(response)))
    if (expect.opensGap && response.outcome === 'answered')
      console.log(indent('(An earlier run of the demo closed this gap; its article is in force.)'))
    const gap = await gapOf(deps, response.receiptId)
    if (gap) console.log(indent(`→ gap: “${gap.question}”, seen ${gap.seen}×, ${gap.reason} (${gap.state})`))
  }
}

const publishLater = async (
  deps: Deps,
  {
    directory,
    manifest,
    people,
    file,
  }: { directory: string; manifest: DemoManifest; people: DemoPeople; file: string },
): Promise<void> => {
  const { published } = await importFrom(deps, { directory, manifest, people }, path.join(directory, file))
  await drainJobs({ payload: deps.payload, databaseUri: deps.env.databaseUri })
  console.log(
    published
      ? `\n· The missing article is written, signed and published (${file}); open gaps near it are asked again.`
      : `\n· The missing article is in force already (${file}).`,
  )
  const { docs } = await deps.payload.find({
    collection: 'gaps',
    where: { state: { equals: 'verified' } },
    sort: '-closedAt',
    depth: 0,
    limit: 1,
  })
  if (docs[0])
    console.log(`  → gap closed: “${docs[0].question}”, proven by receipt ${String(docs[0].closingReceipt)}`)
}

const gapOf = async ({ payload }: Deps, receiptId: string) => {
  const receipt = await payload.findByID({ collection: 'answers', id: receiptId, depth: 1 })
  return typeof receipt.gap === 'object' ? receipt.gap : null
}

const indent = (text: string): string => text.replaceAll(/^/gm, '   ')
