import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'

/**
 * Nobody sorts, filters or lists by what they may not read: order and number tell of it as much as the value does. Payload
 * checks the collection's own fields; through a relation a hidden field would order people by their password's hash.
 */
export const refuseHiddenPaths: CollectionBeforeOperationHook = async ({ args, overrideAccess, req }) => {
  // REST leaves it out; the local API says true unless its caller asks for a person’s rights.
  if (overrideAccess) return args
  const asked = args as {
    collection: { config: SanitizedCollectionConfig }
    where?: unknown
    sort?: unknown
    field?: unknown
  }
  const { config } = asked.collection
  const paths = [...pathsOf(asked.where), ...listOf(asked.sort), ...listOf(asked.field)]
  for (const path of paths)
    if (!(await mayQuery({ config, path, req })))
      throw new APIError(
        `“${path.replace(/^-/, '')}” cannot be sorted or filtered by: it is not yours to read.`,
        400,
        undefined,
        true,
      )
  return args
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((each) =>
    typeof each === 'string' && each ? each.split(',').map((path) => path.trim()) : [],
  )

/** Every path that a condition looks at; one inside a relation's own condition is a path through the relation. */
const pathsOf = (where: unknown): string[] => {
  if (Array.isArray(where)) return where.flatMap(pathsOf)
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([name, value]) => {
    if (['and', 'or'].includes(name.toLowerCase())) return pathsOf(value)
    const nested = typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsOf) : []
    return [name].concat(nested.map((path) => `${name}.${path}`))
  })
}

interface Query {
  config: SanitizedCollectionConfig
  path: string
  req: PayloadRequest
}

const mayQuery = async ({ config, path, req }: Query): Promise<boolean> => {
  const segments = path.replace(/^-/, '').replaceAll('__', '.').split('.')
  // A version's own columns stand before its document's.
  const own =
    config.versions && segments.length > 1 && segments[0] === 'version' ? segments.slice(1) : segments
  return mayWalk({ fields: config.flattenedFields, segments: own, req })
}

const mayWalk = async ({
  fields,
  segments: [first, ...rest],
  req,
}: {
  fields: readonly FlattenedField[]
  segments: readonly string[]
  req: PayloadRequest
}): Promise<boolean> => {
  const field = fields.find(({ name }) => name === first)
  // An unknown name is Payload's to refuse.
  if (!field) return true
  if (!(await mayRead(field, req))) return false
  if (!rest.length) return true
  if (field.type === 'relationship' || field.type === 'upload')
    return mayFollow({ to: field.relationTo, segments: rest, req })
  return 'flattenedFields' in field ? mayWalk({ fields: field.flattenedFields, segments: rest, req }) : true
}

/** Into rows of another collection, where the asker reads all of them; of several collections only the reference itself. */
const mayFollow = async ({
  to,
  segments,
  req,
}: {
  to: string | string[]
  segments: readonly string[]
  req: PayloadRequest
}): Promise<boolean> => {
  if (Array.isArray(to)) return segments.length === 1 && ['value', 'relationTo'].includes(segments[0] ?? '')
  const config = req.payload.collections[to as keyof typeof req.payload.collections]?.config
  if (!config || (await config.access.read({ req })) !== true) return false
  return mayWalk({ fields: config.flattenedFields, segments, req })
}

const mayRead = async (field: FlattenedField, req: PayloadRequest): Promise<boolean> => {
  if ('hidden' in field && field.hidden) return false
  const read = 'access' in field ? field.access?.read : undefined
  return !read || (await read({ req })) === true
}
