export const dynamic = 'force-dynamic'

export { beginSignIn as GET } from '@/http/signIn/begin'
