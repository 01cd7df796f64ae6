export { activate as POST } from '@/http/indexActs'
