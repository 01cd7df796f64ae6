import { draftUploads } from '@/commands/imports/draftUploads'
import { authenticateUser } from '@/http/authenticate'
import { mayImport, orImportProblem } from '@/http/imports'
import { DraftUploadsSchema } from '@/http/importSchemas'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'

export const POST = route<{ batch: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  mayImport(user)
  const { value } = await readJson(request, DraftUploadsSchema)
  const drafts = await orImportProblem(
    draftUploads(
      { payload: deps.payload, user },
      {
        dataDir: deps.env.dataDir,
        batch: params.batch,
        owner: user.id,
        choices: value.documents,
      },
    ),
  )
  return Response.json({ drafts }, { status: 201 })
})
