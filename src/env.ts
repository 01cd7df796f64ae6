import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { z } from 'zod'
import { VouchError } from './errors'
import { optional, unset } from './settingFields'
import { OIDC_FIELDS, oidcProblem, oidcSettings, type OidcSettings } from './signIn/settings'
import { REASONING_EFFORTS, RISK_TIERS, ROLES, type RiskTier, type Role } from './vocabulary'

/** A setting that cannot be used. The message names the variable and what it takes. */
export class SettingsError extends VouchError {
  override name = 'SettingsError'
}

const wholeNumber = (min: number, max: number) => {
  const error = `takes a whole number from ${min} to ${max}`
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error)
}

/** `none` takes away what is known of a model. `\\n` is a line break, which a file of settings cannot hold. */
const prefix = z.string().transform((text) => (text === 'none' ? '' : text.replaceAll('\\n', '\n')))

const inputType = z
  .string()
  .regex(/^(?:none|[\w.-]+,[\w.-]+)$/, 'takes none, or two words with a comma between, as query,passage')
  .transform((text) => {
    const [query = '', passage = ''] = text.split(',')
    return text === 'none' ? null : { query, passage }
  })

/** Hosts as a URL writes them: in lower case, without a scheme's own port. */
const hostList = z.string().transform((text, context) =>
  text
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter(Boolean)
    .map((entry) => {
      const url = URL.canParse(`http://${entry}`) ? new URL(`http://${entry}`) : null
      if (url?.host !== entry.replace(/:80$/, '') || /[*/]/.test(entry))
        context.addIssue({
          code: 'custom',
          message: `takes host or host:port, several with commas between, not ${entry}`,
        })
      return entry.replace(/:(80|443)$/, '')
    }),
)

/** `sensitive=0.6,regulated=0.8` */
const tierScores = z.string().transform((text, context) => {
  const scores: Partial<Record<RiskTier, number>> = {}
  for (const entry of text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [name, share] = entry.split('=')
    const tier = RISK_TIERS.find((each) => each === name)
    const score = /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(share ?? '') ? Number(share) : Number.NaN
    if (tier && score >= 0) scores[tier] = score
    else
      context.addIssue({
        code: 'custom',
        message: `takes a tier and a share from 0 to 1, as regulated=0.8, several with commas between, not ${entry}`,
      })
  }
  return scores
})

/** `admin,compliance` */
const roleList = z.string().transform((text, context) =>
  text
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter(Boolean)
    .flatMap((entry): Role[] => {
      const role = ROLES.find((each) => each === entry)
      if (!role)
        context.addIssue({
          code: 'custom',
          message: `takes roles (${ROLES.join(', ')}), several with commas between, not ${entry}`,
        })
      return role ? [role] : []
    }),
)

const settingsSchema = z.object({
  VOUCH_DATA_DIR: z.preprocess(unset, z.string().default('./data')),
  DATABASE_URI: optional(
    z
      .string()
      .regex(/^(file:|mongodb(\+srv)?:\/\/)/, 'takes file:PATH (SQLite), mongodb://… or mongodb+srv://…'),
  ),
  QDRANT_URL: optional(z.url({ protocol: /^https?$/, error: 'takes a URL such as http://127.0.0.1:6333' })),
  QDRANT_API_KEY: optional(z.string()),
  QDRANT_SHARDS: optional(wholeNumber(1, 1_000)),
  QDRANT_REPLICAS: optional(wholeNumber(1, 100)),
  QDRANT_WRITE_CONSISTENCY: optional(wholeNumber(1, 100)),
  OPENAI_API_KEY: optional(z.string()),
  OPENAI_BASE_URL: optional(
    z.url({ protocol: /^https?$/, error: 'takes a URL such as http://127.0.0.1:11434/v1' }),
  ),
  VOUCH_CHAT_MODEL: optional(z.string()),
  VOUCH_CHAT_BASE_URL: optional(
    z.url({ protocol: /^https?$/, error: 'takes a URL such as http://127.0.0.1:11434/v1' }),
  ),
  VOUCH_CHAT_API_KEY: optional(z.string()),
  VOUCH_CHAT_MAX_TOKENS: optional(wholeNumber(100, 32_000)),
  VOUCH_CHAT_CONTEXT_TOKENS: optional(wholeNumber(1_500, 2_000_000)),
  VOUCH_CHAT_REASONING_EFFORT: optional(
    z.enum(REASONING_EFFORTS, { error: `takes one of ${REASONING_EFFORTS.join(', ')}` }),
  ),
  VOUCH_CHAT_THINKING_TOKENS: optional(wholeNumber(0, 200_000)),
  VOUCH_ENTAILMENT_MODEL: optional(z.string()),
  VOUCH_ANSWER_TIME_MS: z.preprocess(unset, wholeNumber(500, 120_000).default(5_000)),
  VOUCH_EMBEDDING_MODEL: optional(z.string()),
  VOUCH_EMBEDDING_DIMENSIONS: optional(wholeNumber(16, 8192)),
  VOUCH_EMBEDDING_SHORTENED: optional(z.enum(['on', 'off'])),
  VOUCH_EMBEDDING_QUERY_PREFIX: optional(prefix),
  VOUCH_EMBEDDING_PASSAGE_PREFIX: optional(prefix),
  VOUCH_EMBEDDING_INPUT_TYPE: optional(inputType),
  VOUCH_EMBEDDING_BATCH: optional(wholeNumber(1, 2_048)),
  VOUCH_EMBEDDING_CONCURRENCY: optional(wholeNumber(1, 64)),
  VOUCH_EMBEDDING_TIMEOUT_MS: optional(wholeNumber(100, 600_000)),
  VOUCH_RERANK_URL: optional(
    z.url({ protocol: /^https?$/, error: 'takes a URL such as http://127.0.0.1:8080/rerank' }),
  ),
  VOUCH_RERANK_KEY: optional(z.string()),
  VOUCH_RERANK_MODEL: optional(z.string()),
  VOUCH_RERANK_TIMEOUT_MS: z.preprocess(unset, wholeNumber(50, 10_000).default(1_000)),
  VOUCH_READER: z.preprocess(
    unset,
    z.enum(['local', 'words'], { error: 'takes local or words' }).default('local'),
  ),
  VOUCH_MODEL_DIR: z.preprocess(unset, z.string().default('./models')),
  VOUCH_SECRET: optional(z.string().min(32, 'takes at least 32 characters')),
  VOUCH_SECOND_FACTOR: z.preprocess((value) => value ?? '', roleList),
  VOUCH_AUDIT_KEY: optional(
    z
      .string()
      .refine(
        (keys) => keys.split(',').every((key) => key.trim().length >= 32),
        'takes a key of at least 32 characters, or several with commas between, the newest first',
      ),
  ),
  VOUCH_AUDIT_HEADS: optional(z.string()),
  VOUCH_AUDIT_HEADS_MINUTES: z.preprocess(unset, wholeNumber(1, 1_440).default(60)),
  VOUCH_KEEP_TEXT_DAYS: optional(wholeNumber(1, 36_500)),
  VOUCH_METRICS: z.preprocess(
    unset,
    z.enum(['open', 'closed'], { error: 'takes open or closed' }).default('closed'),
  ),
  VOUCH_METRICS_KEY: optional(z.string().min(16, 'takes at least 16 characters')),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(
    z.url({ protocol: /^https?$/, error: 'takes a URL such as http://127.0.0.1:4318' }),
  ),
  VOUCH_TRACE_TEXT: z.preprocess(unset, z.enum(['on', 'off'], { error: 'takes on or off' }).default('off')),
  VOUCH_MONGODB_WITHOUT_TRANSACTIONS: optional(
    z.literal('records-may-be-torn', { error: 'takes records-may-be-torn, or nothing' }),
  ),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, error: 'takes a URL such as smtps://user:password@mail.example.com:465' }),
  ),
  MAIL_FROM: optional(
    z
      .string()
      .regex(
        /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
        'takes an address, or Name <address>',
      ),
  ),
  PUBLIC_URL: optional(
    z.url({ protocol: /^https?$/, error: 'takes a URL such as https://vouch.example.com' }),
  ),
  VOUCH_ALLOW_PRIVATE_HOSTS: z.preprocess((value) => value ?? '', hostList),
  ...OIDC_FIELDS,
  CONFLUENCE_EMAIL: optional(z.string()),
  CONFLUENCE_TOKEN: optional(z.string()),
  NOTION_TOKEN: optional(z.string()),
  UNSTRUCTURED_API_URL: optional(
    z.url({ protocol: /^https?$/, error: 'takes a URL such as http://127.0.0.1:8000' }),
  ),
  UNSTRUCTURED_API_KEY: optional(z.string()),
  VOUCH_MUTATION_SCORES: z.preprocess((value) => value ?? '', tierScores),
  VOUCH_SOURCE_DIRS: z.preprocess(unset, z.string().default('')),
  VOUCH_WORKER: z.preprocess(unset, z.enum(['on', 'off']).default('on')),
  HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  PORT: z.preprocess(unset, wholeNumber(1, 65_535).default(3000)),
  LOG_LEVEL: z.preprocess(
    unset,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  ),
})

type Settings = z.infer<typeof settingsSchema>

/** Without a sender every mail server refuses. */
const mailProblem = ({ SMTP_URL, MAIL_FROM }: Settings): string | null =>
  SMTP_URL && !MAIL_FROM ? 'MAIL_FROM: set it when SMTP_URL is set; it is who the mail comes from' : null

/** A write that waits for more replicas than there are would wait for ever. */
const clusterProblem = ({ QDRANT_REPLICAS = 1, QDRANT_WRITE_CONSISTENCY = 1 }: Settings): string | null =>
  QDRANT_WRITE_CONSISTENCY > QDRANT_REPLICAS
    ? `QDRANT_WRITE_CONSISTENCY: at most QDRANT_REPLICAS, which is ${QDRANT_REPLICAS}`
    : null

/** A second judge without a writer has nothing to judge. */
const chatProblem = ({ VOUCH_CHAT_MODEL, VOUCH_ENTAILMENT_MODEL }: Settings): string | null =>
  VOUCH_ENTAILMENT_MODEL && !VOUCH_CHAT_MODEL
    ? 'VOUCH_CHAT_MODEL: set it when VOUCH_ENTAILMENT_MODEL is set; it writes what the other judges'
    : null

export interface Env extends Omit<
  Settings,
  | 'DATABASE_URI'
  | 'VOUCH_DATA_DIR'
  | 'VOUCH_MODEL_DIR'
  | 'VOUCH_SOURCE_DIRS'
  | 'PUBLIC_URL'
  | keyof typeof OIDC_FIELDS
> {
  /** Always set: SQLite under the data directory unless `DATABASE_URI` says otherwise. */
  databaseUri: string
  /** Absolute. Everything embedded lives under it. */
  dataDir: string
  /** Absolute. Model weights, shared by all data directories. */
  modelDir: string
  /** Absolute. Directories whose files may be added as sources in the browser; none by default. */
  sourceDirs: string[]
  /** Where people reach the admin, without a slash at its end: what links in e-mails begin with. */
  publicUrl: string
  /** The company’s own provider for signing in; null: passwords alone. */
  oidc: OidcSettings | null
}

/**
 * Parses the settings once.
 * @throws {SettingsError} one line for each variable that cannot be used.
 */
export const parseEnv = (variables: Record<string, string | undefined>): Env => {
  const parsed = settingsSchema.safeParse(variables)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(`Settings cannot be used. ${lines.join('; ')} (see .env.example)`)
  }
  const problem =
    mailProblem(parsed.data) ??
    clusterProblem(parsed.data) ??
    chatProblem(parsed.data) ??
    oidcProblem(parsed.data)
  if (problem) throw new SettingsError(`Settings cannot be used. ${problem} (see .env.example)`)
  const { DATABASE_URI, VOUCH_DATA_DIR, VOUCH_MODEL_DIR, VOUCH_SOURCE_DIRS, PUBLIC_URL, ...rest } =
    parsed.data
  const dataDir = path.resolve(VOUCH_DATA_DIR)
  return {
    ...rest,
    dataDir,
    modelDir: path.resolve(VOUCH_MODEL_DIR),
    sourceDirs: VOUCH_SOURCE_DIRS.split(',').flatMap((each) =>
      each.trim() ? path.resolve(each.trim()) : [],
    ),
    publicUrl: (PUBLIC_URL ?? `http://${rest.HOST}:${rest.PORT}`).replace(/\/+$/, ''),
    databaseUri: DATABASE_URI ?? `file:${path.join(dataDir, 'vouch.db')}`,
    oidc: oidcSettings(parsed.data),
  }
}

let env: Env | undefined

/** This process's settings, parsed on first use. What the environment says wins over what `.env` says. */
export const getEnv = (): Env => {
  if (env) return env
  if (existsSync('.env')) process.loadEnvFile('.env')
  return (env = parseEnv(process.env))
}

/**
 * The secret that signs sessions: `VOUCH_SECRET`, else one made on first start and kept in the data directory.
 * @throws {SettingsError} with a database of its own host, where every process must be given the same secret.
 */
export const sessionSecret = ({ VOUCH_SECRET, databaseUri, dataDir }: Env): string => {
  if (VOUCH_SECRET) return VOUCH_SECRET
  if (!databaseUri.startsWith('file:'))
    throw new SettingsError(
      'Settings cannot be used. VOUCH_SECRET: set it (32 characters or more) when DATABASE_URI is not a file.',
    )
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'secret')
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8')
}
