import { llmsText } from '@/http/docs/llms'
import { route } from '@/http/route'

export const GET = route(
  async ({ deps }) =>
    new Response(llmsText(deps.env.publicUrl), { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
)
