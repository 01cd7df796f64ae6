export const dynamic = 'force-dynamic'

export { serveMetrics as GET } from '@/http/metrics/serveMetrics'
