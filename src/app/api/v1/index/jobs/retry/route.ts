export { retry as POST } from '@/http/indexActs'
