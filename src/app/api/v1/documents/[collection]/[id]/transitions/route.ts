import { transitionDocument, TransitionRefused } from '@/commands/transitionDocument'
import { authenticateUser } from '@/http/authenticate'
import { governedCollectionOf } from '@/http/governed'
import { HttpProblem } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { TransitionRequestSchema } from '@/http/schemas'

export const POST = route<{ collection: string; id: string }>(async ({ request, params, deps }) => {
  const collection = governedCollectionOf(params.collection)
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, TransitionRequestSchema)
  try {
    const result = await transitionDocument(
      { payload: deps.payload, user, chunker: deps.chunker },
      { collection, id: params.id, ...value },
    )
    return Response.json({ ...result, by: user.name })
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
