export const dynamic = 'force-dynamic'

export { beginConnecting as POST } from '@/http/signIn/begin'
