import { markdownToRichText } from '../../src/records/richText/markdown'
import type { Faq, Policy } from '../../payload-types'
import { addComment } from '../../src/commands/comments'
import { signAndPublish } from '../../src/commands/signAndPublish'
import { transitionDocument } from '../../src/commands/transitionDocument'
import type { Deps } from '../../src/deps'
import { drainJobs } from '../../src/worker'
import type { DemoPeople } from './seedDemo'

const WRAPPING = 'Gift wrapping'
const CURRENT = `## What it costs

Gift wrapping costs £3.50 an item. It is free for orders over £60.

## What can be wrapped

| Size | Wrapped |
| --- | --- |
| Up to 60 cm | In paper |
| Up to 1 m | In a cloth bag |
| Larger | Not wrapped |

A card with your own words, of up to 200 characters, comes with each wrapped item.

## Returns

A wrapped item can be returned like any other, within 30 days. The wrapping is not refunded.
`
const PROPOSED = CURRENT.replace('£3.50', '£4.25')
  .replace('over £60', 'over £80')
  .replace('| Larger | Not wrapped |', '| Larger | In a cloth bag, on request |')
  .replace('200 characters', '150 characters')
const QUESTION = 'Can I collect an order for a neighbour?'
const ANSWER =
  'Yes. Bring the collection code from the confirmation e-mail. We ask for no other proof, so share the code with nobody else.'

/** Leaves two texts for the approver to review: a change of one that is in force, with a comment, and a first version. */
export const stageReviews = async (deps: Deps, people: DemoPeople): Promise<void> => {
  if (!(await exists(deps, 'policies', { title: { equals: WRAPPING } }))) await proposeChange(deps, people)
  if (!(await exists(deps, 'faqs', { question: { equals: QUESTION } }))) await proposeFaq(deps, people)
}

const exists = async (
  { payload }: Deps,
  collection: 'policies' | 'faqs',
  where: Parameters<Deps['payload']['count']>[0]['where'] & object,
): Promise<boolean> => (await payload.count({ collection, where, trash: true })).totalDocs > 0

const proposeChange = async (deps: Deps, people: DemoPeople): Promise<void> => {
  const { payload } = deps
  const { author, approver, compliance } = people
  const user = { ...author, collection: 'users' as const }
  const body = async (markdown: string) =>
    (await markdownToRichText(payload.config, markdown)) as Policy['body']
  const policy = await payload.create({
    collection: 'policies',
    data: { title: WRAPPING, kind: 'policy', body: await body(CURRENT) } as Policy,
    user,
    depth: 0,
  })
  await signAndPublish(deps, { collection: 'policies', id: policy.id, author, approver })
  await drainJobs({ payload, databaseUri: deps.env.databaseUri })
  const changed = await payload.update({
    collection: 'policies',
    id: policy.id,
    data: { body: await body(PROPOSED) },
    user,
    depth: 0,
  })
  await send(deps, people, { collection: 'policies', ...changed })
  await addComment(
    { payload, user: compliance },
    {
      collection: 'policies',
      id: policy.id,
      expectedVersion: changed.version,
      body: 'Does this hold for orders that were placed before the change?',
      passage: { exact: 'It is free for orders over £80.' },
    },
  )
}

const proposeFaq = async (deps: Deps, people: DemoPeople): Promise<void> => {
  const faq = await deps.payload.create({
    collection: 'faqs',
    data: {
      question: QUESTION,
      answer: await markdownToRichText(deps.payload.config, ANSWER),
    } as unknown as Faq,
    user: { ...people.author, collection: 'users' },
    depth: 0,
  })
  await send(deps, people, { collection: 'faqs', ...faq })
}

const send = (
  deps: Deps,
  { author }: DemoPeople,
  { collection, id, version }: { collection: 'policies' | 'faqs'; id: string; version: number },
) =>
  transitionDocument(
    { ...deps, user: author },
    { collection, id, transition: 'submit', expectedVersion: version },
  )
