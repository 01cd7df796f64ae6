import { openApiDocument } from '@/http/openapi'

export const dynamic = 'force-dynamic'

export const GET = (): Response => Response.json(openApiDocument())
