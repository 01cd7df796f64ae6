export { build as POST } from '@/http/indexActs'
