import { type Audience, AUDIENCES } from '../src/vocabulary'

/**
 * The narrower of two audiences, so that no part of a source is widened by another. Customers and partners are different
 * people: what is for the one and for the other at once is for neither.
 */
export function narrowerAudience(a: Audience, b: Audience): Audience {
  if (a === b) return a
  const apart = [a, b].every((audience) => audience === 'customer' || audience === 'partner')
  return apart ? 'internal' : AUDIENCES[Math.max(AUDIENCES.indexOf(a), AUDIENCES.indexOf(b))]!
}

/** Front matter, a row or an entry of an export, with names in lower case and without signs (metadata.ts). */
type Fields = Readonly<Record<string, unknown>>

/** What a source says of who may see a text. */
export interface Restriction {
  /** It says that it is not published: it is not imported. */
  draft: boolean
  /** It says that it no longer holds: it is not imported. */
  outdated: boolean
  /** The narrowest that it says; absent where it restricts nothing. */
  audience?: Audience
  /** What it says and nobody here understands ("visibility: tier-2"); then the audience is internal. */
  notUnderstood: string[]
}

/**
 * Reads what a source says of who may see a text, under whatever name it says so. What is not understood narrows to
 * internal: a restriction is never widened.
 */
export function readRestriction(fields: Fields): Restriction {
  const restriction: Restriction = { draft: false, outdated: false, notUnderstood: [] }
  const narrow = (audience: Audience) => {
    restriction.audience = restriction.audience ? narrowerAudience(restriction.audience, audience) : audience
  }
  for (const [name, value] of Object.entries(fields)) {
    if (isEmpty(value)) continue
    if (isDraftField(name, value)) restriction.draft = true
    if (isOutdatedField(name, value)) restriction.outdated = true
    const flag = FLAGS[name]
    if (flag !== undefined && flagOf(value) !== undefined) {
      if (flagOf(value) === flag.when) narrow(flag.audience)
      continue
    }
    if (!AUDIENCE_NAMES.test(name)) continue
    const audience = audienceOf(value)
    if (audience === null) restriction.notUnderstood.push(`${name}: ${shown(value)}`)
    narrow(audience ?? 'internal')
  }
  // That nothing restricts it leaves it to the source; only an audience by name says more.
  if (restriction.audience === 'public' && !/^\s*public\s*$/i.test(String(fields['audience'])))
    delete restriction.audience
  return restriction
}

/** Names that say who may see something. */
const AUDIENCE_NAMES =
  /^(?:(?:target)?audiences?|visib(?:le(?:to|for)?|ility)|access(?:level|control|groups?|roles?)?|restrict(?:ed(?:to)?|ions?)|confidentiality|classification|securitylevel|sensitivity|permissions?|(?:user|allowed|viewer|reader)(?:groups?|roles?|segments?)(?:ids?)?|audienceids?|sharing|sharedwith|viewableby|internal|internalonly|private|confidential|hidden|protected|password(?:protected)?|staffonly|agentsonly|membersonly|customersonly|partnersonly|public)$/

/** Names that say yes or no: what follows when they say `when`. */
const FLAGS: Record<string, { when: boolean; audience: Audience }> = {
  ...Object.fromEntries(
    'internal internalonly private confidential hidden restricted restriction protected passwordprotected staffonly access'
      .split(' ')
      .map((name) => [name, { when: true, audience: 'internal' as const }]),
  ),
  public: { when: false, audience: 'internal' },
  visible: { when: false, audience: 'internal' },
  visibility: { when: false, audience: 'internal' },
  agentsonly: { when: true, audience: 'agent' },
  membersonly: { when: true, audience: 'customer' },
  customersonly: { when: true, audience: 'customer' },
  partnersonly: { when: true, audience: 'partner' },
}

const flagOf = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value
  const word =
    typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : ''
  if (/^(?:true|yes|y|on|1|ja|oui|sí|si)$/.test(word)) return true
  return /^(?:false|no|n|off|0|nein|non)$/.test(word) ? false : undefined
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.keys(value).length === 0)

/** Words that people use for each, in the languages of our users. */
const WORDS: readonly (readonly [Audience, RegExp])[] = [
  [
    'public',
    /^(?:public|everyone|everybody|anyone|all|world|external|open|unrestricted|none|web|öffentlich|publique?|público|pubblico|openbaar|any)$/,
  ],
  [
    'customer',
    /^(?:customers?|clients?|signed ?in(?: users?)?|logged ?in(?: users?)?|registered(?: users?)?|members?|subscribers?|end ?users?|kunden?|clientes?|clienti)$/,
  ],
  [
    'partner',
    /^(?:partners?|resellers?|dealers?|suppliers?|vendors?|partner(?:en|ern)?|partenaires?|socios?)$/,
  ],
  ['agent', /^(?:agents?|support(?: agents?| team)?|(?:customer )?service(?: team)?|help ?desk|agenten)$/],
  [
    'internal',
    /^(?:internal(?: only| use(?: only)?)?|staff(?: only)?|employees?|team|company|private|confidential|restricted|secret|management|admins?|administrators?|nobody|intern|vertraulich|mitarbeiter|interne|interno|privé|privado)$/,
  ],
]

/** Null when it is not understood. Of a list of those who may see it, the widest. */
function audienceOf(value: unknown): Audience | null {
  if (Array.isArray(value)) {
    const each = value.map(audienceOf)
    if (each.some((audience) => audience === null)) return null
    return AUDIENCES.find((audience) => each.includes(audience)) ?? null
  }
  if (typeof value !== 'string') return null
  const parts = value.split(/[,;|/]/).filter((part) => part.trim())
  if (parts.length > 1) return audienceOf(parts)
  const word = value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
  return WORDS.find(([, words]) => words.test(word))?.[0] ?? null
}

const isDraftField = (name: string, value: unknown): boolean => {
  const flag = flagOf(value)
  if (/^(?:(?:is)?draft|unpublished|wip|workinprogress|disabled|deleted|trashed)$/.test(name))
    return flag !== false
  if (/^(?:(?:is)?published|publish|active|enabled|live)$/.test(name))
    return flag === false || isUnpublished(value)
  return (
    /^(?:status|state|publicationstatus|publishstatus|workflowstate|articlestatus)$/.test(name) &&
    isUnpublished(value)
  )
}

const isUnpublished = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^(?:draft|unpublished|not[ _-]?published|pending(?:[ _-]review)?|in[ _-]?review|private[ _-]?draft|trash(?:ed)?|deleted|hidden|disabled|inactive|wip|entwurf|brouillon|borrador|bozza)$/i.test(
    value.trim(),
  )

const isOutdatedField = (name: string, value: unknown): boolean =>
  /^(?:outdated|obsolete|deprecated|archived|expired|superseded)$/.test(name)
    ? flagOf(value) !== false
    : /^(?:status|state|publicationstatus|articlestatus)$/.test(name) &&
      typeof value === 'string' &&
      /^(?:outdated|obsolete|deprecated|archived|expired|superseded|retired|veraltet)$/i.test(value.trim())

const shown = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
