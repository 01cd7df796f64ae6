import { Readable } from 'node:stream'
import { exportAudit } from '@/commands/exportAudit'
import { parseExport } from '@/http/audit'
import { authenticateWhoMay } from '@/http/authenticate'
import { route } from '@/http/route'

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' }

/** The audit log as a file, streamed; that it was exported, and by whom, is recorded in it. */
export const GET = route(async ({ request, deps }) => {
  const { id, name } = await authenticateWhoMay(deps.payload, request, 'readAudit')
  const wanted = parseExport(request.url)
  const rows = Readable.from(exportAudit({ payload: deps.payload, actor: { id, name } }, wanted))
  const day = new Date().toISOString().slice(0, 10)
  return new Response(Readable.toWeb(rows.map((text: string) => Buffer.from(text))) as ReadableStream, {
    headers: {
      'content-type': TYPES[wanted.format],
      'content-disposition': `attachment; filename="vouch-audit-${day}.${wanted.format}"`,
      'cache-control': 'no-store',
    },
  })
})
