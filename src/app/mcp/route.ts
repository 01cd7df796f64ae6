import { handleMcp } from '@/http/mcp/handleMcp'

export const GET = handleMcp
export const POST = handleMcp
export const DELETE = handleMcp
