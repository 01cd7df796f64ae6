import { previewUpload } from '@/commands/imports/previewUpload'
import { authenticateUser } from '@/http/authenticate'
import { fileNameOf, mayImport, orImportProblem } from '@/http/imports'
import { HttpProblem } from '@/http/problem'
import { route } from '@/http/route'

export const POST = route<{ batch: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  mayImport(user)
  const name = fileNameOf(request)
  // A form of another site can send no such type without asking first.
  if (request.headers.get('content-type') !== 'application/octet-stream' || !request.body)
    throw new HttpProblem({
      status: 415,
      title: 'Unsupported media type',
      detail: 'Send the bytes of one file with “Content-Type: application/octet-stream”.',
    })
  const { loaders } = await deps.sourcePorts()
  const preview = await orImportProblem(
    previewUpload(
      { payload: deps.payload, loaders },
      {
        dataDir: deps.env.dataDir,
        batch: params.batch,
        owner: user.id,
        name,
        body: request.body as unknown as AsyncIterable<Uint8Array>,
      },
    ),
  )
  return Response.json(preview)
})
