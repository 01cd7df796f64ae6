export { remove as POST } from '@/http/indexActs'
