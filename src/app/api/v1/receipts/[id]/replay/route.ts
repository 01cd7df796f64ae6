export { replay as POST } from '@/http/receipts'
