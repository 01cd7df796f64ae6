import { giveVerdict, VerdictRefused } from '@/commands/verdicts/giveVerdict'
import { authenticateUser } from '@/http/authenticate'
import { forbidden } from '@/http/problem'
import { readJson } from '@/http/readJson'
import { route } from '@/http/route'
import { VerdictSchema } from '@/http/verdictSchemas'

/** Keeps a reviewer's verdict on an answer, with all that follows from it. */
export const POST = route<{ id: string }>(async ({ request, params, deps }) => {
  const user = await authenticateUser(deps.payload, request)
  const { value } = await readJson(request, VerdictSchema)
  const { verdict, missing, note, expected, label, drawn } = value
  try {
    const kept = await giveVerdict(deps, {
      user,
      receiptId: params.id,
      verdict,
      missing,
      note: note || null,
      expected: expected ?? null,
      label: label ?? null,
      drawn: drawn ?? null,
    })
    return Response.json(kept, { status: 201 })
  } catch (error) {
    throw error instanceof VerdictRefused ? forbidden(error.message) : error
  }
})
