interface Call {
  security?: Record<string, string[]>[]
  parameters?: { in?: string }[]
  requestBody?: unknown
  responses: Record<string, unknown>
}

const KEY = [{ key: [] }]

/** What every call of a kind may be told, whatever it does: what reads it before it is done is the same for all. */
const SHARED: readonly {
  status: string
  description: string
  of: (call: Call, method: string) => boolean
}[] = [
  { status: '400', description: 'Parameters that cannot be used.', of: (call) => takes(call, 'query') },
  { status: '400', description: 'Malformed JSON, or fields that cannot be used.', of: hasBody },
  { status: '401', description: 'No or unknown key.', of: (call) => opens(call, 'key') },
  { status: '401', description: 'Not signed in.', of: (call) => opens(call, 'session') },
  {
    status: '403',
    description: 'The key is stopped, is used from where it may not be, or lacks the scope.',
    of: (call) => opens(call, 'key'),
  },
  {
    status: '403',
    description: 'Not for this person, or sent from a page of another site.',
    of: (call, method) => opens(call, 'session') && method !== 'get',
  },
  { status: '404', description: 'There is no such thing.', of: (call) => takes(call, 'path') },
  { status: '413', description: 'The body is too large.', of: hasBody },
  { status: '415', description: 'Not JSON.', of: hasBody },
  { status: '429', description: 'Over the bot’s limit.', of: (call) => opens(call, 'key') },
  {
    status: '503',
    description: 'Something that this needs is not working.',
    of: (call) => opens(call, 'key') || opens(call, 'session'),
  },
]

function hasBody(call: Call): boolean {
  return call.requestBody !== undefined
}

const takes = (call: Call, where: 'query' | 'path'): boolean =>
  call.parameters?.some((parameter) => parameter.in === where) ?? false

/** The contract's own security is the key. */
const opens = (call: Call, scheme: 'key' | 'session'): boolean =>
  (call.security ?? KEY).some((way) => scheme in way)

/**
 * A contract whose calls name those refusals too that none of them makes itself. What a call says itself stands.
 * @param problem how a refusal is told at an address.
 */
export function withSharedRefusals<Contract extends { paths?: Record<string, object> }>(
  contract: Contract,
  problem: (description: string, address: string) => unknown,
): Contract {
  for (const [address, calls] of Object.entries(contract.paths ?? {}))
    for (const [method, call] of Object.entries(calls) as [string, Call][])
      if (typeof call === 'object' && 'responses' in call)
        for (const { status, description, of } of SHARED)
          if (!(status in call.responses) && of(call, method))
            call.responses[status] = problem(description, address)
  return contract
}
