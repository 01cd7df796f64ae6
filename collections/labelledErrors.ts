import type {
  AfterErrorHook,
  FlattenedField,
  LabelFunction,
  SanitizedCollectionConfig,
  StaticLabel,
} from 'payload'

interface FieldProblem {
  path?: string
  label?: unknown
  message?: string
}
type Told = { message?: string; data?: { errors?: FieldProblem[] } }
type Req = Parameters<AfterErrorHook>[0]['req']

/**
 * What is wrong with a field is told by its label, whoever found it out: our rules and the database name fields as they are
 * stored. The message says of each what is wrong, for it is all that a toast shows.
 */
export const labelledErrors: AfterErrorHook = ({ collection, req, result }) => {
  const errors = (result as { errors?: Told[] } | undefined)?.errors
  if (!collection || !errors) return
  return {
    response: {
      ...result,
      errors: errors.map((told) => (told.data?.errors?.length ? labelled(told, collection, req) : told)),
    } as never,
  }
}

function labelled(told: Told, collection: SanitizedCollectionConfig, req: Req): Told {
  const errors = (told.data?.errors ?? []).map(({ path = '', label, message }) => ({
    path,
    message,
    label: typeof label === 'string' ? label : labelOf(path, collection, req),
  }))
  const intro = (told.message ?? '').split(':')[0]
  return {
    ...told,
    message: `${intro}: ${errors.map(({ label }) => label).join(', ')}`,
    data: { ...told.data, errors },
  }
}

/** `prices.0.amount` is labelled by each of its parts that is a field. */
function labelOf(path: string, { flattenedFields }: SanitizedCollectionConfig, req: Req): string {
  let fields: readonly FlattenedField[] = flattenedFields
  const labels: string[] = []
  for (const part of path.split('.')) {
    const field = fields.find(({ name }) => name === part)
    if (!field) continue
    labels.push(('label' in field && inWords(field.label, req)) || part)
    fields = 'flattenedFields' in field ? field.flattenedFields : []
  }
  return labels.join(' › ') || path
}

function inWords(label: false | LabelFunction | StaticLabel | undefined, req: Req): string | null {
  if (!label) return null
  if (typeof label === 'string') return label
  if (typeof label === 'function') return inWords(label({ i18n: req.i18n, t: req.t as never }), req)
  return label[req.i18n.language] ?? Object.values(label)[0] ?? null
}
