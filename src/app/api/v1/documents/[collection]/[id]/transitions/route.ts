import { z } from 'zod'
import { actorOf, transitionDocument, TransitionRefused } from '@/commands/transitionDocument'
import { TRANSITIONS } from '@/governance/types'
import { authenticateUser } from '@/http/authenticate'
import { HttpProblem, notFound } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { GOVERNED_COLLECTIONS } from '@/vocabulary'

const requestSchema = z.strictObject({
  transition: z.enum(TRANSITIONS),
  expectedVersion: z.int().min(1),
  comment: z.string().trim().max(4000).optional(),
})

export const POST = route<{ collection: string; id: string }>(async ({ request, params, deps }) => {
  const collection = z.enum(GOVERNED_COLLECTIONS).safeParse(params.collection)
  if (!collection.success) throw notFound(`There is no collection “${params.collection}” with a workflow.`)
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, requestSchema)
  try {
    const result = await transitionDocument(
      { payload: deps.payload, user, chunker: deps.chunker },
      { collection: collection.data, id: params.id, ...value },
    )
    return Response.json({ ...result, by: actorOf(user).name })
  } catch (error) {
    if (!(error instanceof TransitionRefused)) throw error
    throw new HttpProblem({
      status: error.because === 'conflict' ? 409 : 422,
      title: error.because === 'conflict' ? 'Not from this state' : 'Not allowed',
      detail: error.message,
      members: { state: error.state, version: error.version },
    })
  }
})
