import { contractMarkdown } from '@/http/docs/contractMarkdown'
import { openApiDocument } from '@/http/openapi'

export const dynamic = 'force-dynamic'

export const GET = (): Response =>
  new Response(contractMarkdown(openApiDocument()), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  })
