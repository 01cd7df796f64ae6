export const dynamic = 'force-dynamic'

export { resourceMetadata as GET } from '@/http/mcp/metadata'
