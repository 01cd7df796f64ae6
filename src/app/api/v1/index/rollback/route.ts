export { goBack as POST } from '@/http/indexActs'
