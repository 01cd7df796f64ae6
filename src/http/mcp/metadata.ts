import { getDeps } from '../../deps'
import { TOOLS } from './tools'

export const METADATA_PATH = '/.well-known/oauth-protected-resource/mcp'

/**
 * OAuth's protected-resource metadata (RFC 9728): what the endpoint is, and that its bearer is a bot's key. It names no
 * authorization server, because keys are made by people, on a bot's page.
 */
export async function resourceMetadata(): Promise<Response> {
  const { env } = await getDeps()
  return Response.json({
    resource: `${env.publicUrl}/mcp`,
    resource_name: 'Vouch',
    bearer_methods_supported: ['header'],
    scopes_supported: [...new Set(TOOLS.map(({ scope }) => scope))].toSorted(),
    resource_documentation: `${env.publicUrl}/docs`,
  })
}
