/** As much of an OpenAPI document as is told in words. */
interface Contract {
  info: { title: string; description?: string }
  servers?: { url: string }[]
  paths?: Record<string, unknown>
  components?: { schemas?: Record<string, unknown> }
}
interface Operation {
  summary?: string
  security?: Record<string, unknown>[]
  parameters?: { name: string; in: string; description?: string; schema?: { description?: string } }[]
  requestBody?: { content?: Record<string, { schema?: { $ref?: string } }> }
  responses?: Record<
    string,
    { description?: string; content?: Record<string, { schema?: { $ref?: string } }> }
  >
}

const METHODS = ['get', 'post'] as const

/** The contract as Markdown, for those who read no page of scripts: each call, and each shape as JSON Schema. */
export function contractMarkdown({ info, servers, paths = {}, components }: Contract): string {
  const base = servers?.[0]?.url ?? ''
  const calls = Object.entries(paths).flatMap(([address, item]) =>
    METHODS.flatMap((method) => {
      const at = item as Partial<Record<string, Operation>> & { servers?: unknown }
      const operation = at[method]
      return operation ? callOf(`${method.toUpperCase()} ${at.servers ? '' : base}${address}`, operation) : []
    }),
  )
  const shapes = Object.entries(components?.schemas ?? {}).map(
    ([name, schema]) => `### ${name}\n\n\`\`\`json\n${JSON.stringify(schema, null, 1)}\n\`\`\``,
  )
  return [
    `# ${info.title}: the API`,
    info.description ?? '',
    'Bots send `Authorization: Bearer vch_…`. The same as JSON: /api/v1/openapi.json.',
    '## Calls',
    ...calls,
    '## Shapes',
    ...shapes,
    '',
  ].join('\n\n')
}

const nameOf = (content: Record<string, { schema?: { $ref?: string } }> | undefined): string => {
  const ref = Object.values(content ?? {})[0]?.schema?.$ref
  return ref ? ` (${ref.split('/').at(-1)})` : ''
}

function callOf(title: string, { summary, security, parameters, requestBody, responses }: Operation): string {
  const byPerson = security?.some((each) => 'session' in each) && !security.some((each) => 'key' in each)
  return [
    `### ${title}`,
    [summary && `${summary}.`, byPerson && 'For people who are signed in.'].filter(Boolean).join(' '),
    [
      ...(parameters ?? []).map(({ name, in: where, description, schema }) =>
        `- ${where} \`${name}\` ${description ?? schema?.description ?? ''}`.trim(),
      ),
      ...(requestBody ? [`- body${nameOf(requestBody.content)}`] : []),
      ...Object.entries(responses ?? {}).map(
        ([status, { description, content }]) => `- ${status}${nameOf(content)}: ${description ?? ''}`,
      ),
    ].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
}
