export const dynamic = 'force-dynamic'

export { finishSignIn as GET } from '@/http/signIn/finish'
