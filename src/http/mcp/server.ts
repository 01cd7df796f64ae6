import { McpServer, type CallToolResult } from '@modelcontextprotocol/server'
import type { z } from 'zod'
import manifest from '../../../package.json'
import { problemOf } from '../route'
import type { Caller } from './caller'
import { registerDocuments } from './resources'
import { TOOLS } from './tools'

/** Lists are the same for every key and until the next release of Vouch; texts may be withdrawn at any moment. */
const KEPT = { ttlMs: 3_600_000, cacheScope: 'public' } as const
const NOT_KEPT = { ttlMs: 0, cacheScope: 'private' } as const

const INSTRUCTIONS =
  'Vouch holds what this company has approved its bots to say. Use “answer” for a customer’s question and pass its message on unchanged. Nothing here can write, sign or publish a text: people do that in the admin.'

/** A server for one request: the tools and the documents of its caller. */
export function createServer(caller: Caller): McpServer {
  const server = new McpServer(
    { name: 'vouch', title: 'Vouch', version: manifest.version },
    {
      instructions: INSTRUCTIONS,
      cacheHints: {
        'server/discover': KEPT,
        'tools/list': KEPT,
        'resources/templates/list': KEPT,
        'resources/list': NOT_KEPT,
        'resources/read': NOT_KEPT,
      },
    },
  )
  for (const tool of TOOLS) registerTool(server, caller, tool as AnyTool)
  registerDocuments(server, caller)
  return server
}

/** A tool whose input the SDK has parsed by its schema. */
type AnyTool = Omit<(typeof TOOLS)[number], 'run' | 'input'> & {
  records?: true
  input: z.ZodObject
  run: (caller: Caller, input: object) => Promise<{ result: object; words?: string }>
}

function registerTool(server: McpServer, caller: Caller, tool: AnyTool): void {
  const { name, title, description, scope } = tool
  const annotations = {
    title,
    readOnlyHint: !tool.records,
    destructiveHint: false,
    idempotentHint: !tool.records,
    openWorldHint: false,
  }
  server.registerTool(
    name,
    { title, description, inputSchema: tool.input, annotations, _meta: { 'vouch/scope': scope } },
    async (input) => {
      if (!caller.bot.scopes.includes(scope))
        return failed(`This key’s bot does not have the scope “${scope}”, which ${name} needs.`)
      try {
        const { result, words } = await tool.run(caller, input)
        return {
          content: [{ type: 'text', text: words ?? JSON.stringify(result) }],
          structuredContent: JSON.parse(JSON.stringify(result)) as Record<string, unknown>,
        }
      } catch (error) {
        if (caller.signal.aborted) return failed('The client went away.')
        const { detail, errors } = problemOf(error, caller.requestId)
        return failed([detail, ...(errors ?? []).map((each) => `${each.pointer}: ${each.detail}`)].join(' '))
      }
    },
  )
}

const failed = (text: string): CallToolResult => ({ isError: true, content: [{ type: 'text', text }] })
