import { decideRightRoute } from '@/http/rights'

export const POST = decideRightRoute('confirm')
