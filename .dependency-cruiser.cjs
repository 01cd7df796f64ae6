/** The import directions of the house (README, docs/adr/0001). test/unit/importDirections.test.ts plants a violation. */
const room = (name) => `^src/${name}/`
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: {
    path: '^(src|collections|ingestion|evals|scripts|test|demo|payload\\.config)',
    pathNot: [from, ...allowed],
  },
})
/** What every room may use: words, errors, time, and a step's place in a trace, which does nothing where nobody traces. */
const WORDS = [
  '^src/vocabulary\\.ts$',
  '^src/errors\\.ts$',
  '^src/timeLimit\\.ts$',
  '^src/groupBy\\.ts$',
  '^src/tracing/(step|traceparent)\\.ts$',
]
const TYPES = '^payload-types\\.ts$'

/** A client library appears in its adapter's files and nowhere else. */
const adapterOnly = (library, files) => ({
  name: `only-adapter-uses-${library.replaceAll(/\W+/g, '-')}`,
  severity: 'error',
  from: { pathNot: files },
  to: { path: `^node_modules/${library}/` },
})

module.exports = {
  forbidden: [
    {
      name: 'the-client-stands-alone',
      comment:
        'It is installed by itself, and asks over HTTP as everyone does. Its types are made from the contract.',
      severity: 'error',
      from: { path: '^(packages/\\w+/src|examples)/' },
      to: {
        path: '^(src|collections|ingestion|evals|scripts|test|demo|payload)',
        dependencyTypesNot: ['npm', 'npm-dev', 'npm-peer'],
      },
    },
    {
      name: 'the-client-needs-nothing',
      severity: 'error',
      from: { path: '^packages/\\w+/src/', pathNot: '/langchain\\.ts$' },
      to: { path: '^node_modules/' },
    },
    {
      name: 'could-not-resolve',
      comment: 'numfmt names a file for `require` that it does not bring; it is only ever imported.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^numfmt$' },
    },
    {
      name: 'no-cycles',
      comment: 'Types count too. Loaded at first use (deps.ts loads the configuration) is not a cycle.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    only('governance-imports-no-room', room('governance'), WORDS),
    only('retrieval-imports-no-room', room('retrieval'), WORDS),
    only('answer-imports-retrieval', room('answer'), [
      ...WORDS,
      room('retrieval'),
      room('markdown'),
      room('escalation'),
    ]),
    only('escalation-imports-markdown', room('escalation'), [...WORDS, room('markdown')]),
    only('tracing-imports-no-room', room('tracing'), WORDS),
    only('markdown-imports-no-room', room('markdown'), WORDS),
    only('gaps-imports-answer', room('gaps'), [...WORDS, room('answer'), room('retrieval')]),
    only('proofs-import-answer', room('proofs'), [...WORDS, room('answer'), room('retrieval')]),
    only('measures-import-answer', room('measures'), [...WORDS, room('answer'), room('retrieval')]),
    only('transcripts-import-measures', room('transcripts'), [
      ...WORDS,
      room('measures'),
      room('answer'),
      room('retrieval'),
    ]),
    only('sign-in-imports-governance', room('signIn'), [
      ...WORDS,
      '^src/settingFields\\.ts$',
      room('governance'),
    ]),
    only('handover-imports-answer', room('handover'), [
      ...WORDS,
      room('answer'),
      room('retrieval'),
      room('escalation'),
    ]),
    only('collections-never-import-ingestion', '^collections/', [
      ...WORDS,
      room('governance'),
      room('markdown'),
      room('escalation'),
      room('records'),
    ]),
    only('records-imports', room('records'), [
      ...WORDS,
      room('governance'),
      room('markdown'),
      room('escalation'),
      room('database'),
    ]),
    only('ingestion-imports', '^ingestion/', [
      ...WORDS,
      room('governance'),
      room('markdown'),
      room('retrieval'),
      room('database'),
      room('records'),
    ]),
    only('demo-is-data', '^demo/', WORDS),
    {
      name: 'only-the-configuration-imports-collections',
      comment: 'What others need of a record is in src/records/. Tests of hooks import the hooks.',
      severity: 'error',
      from: { pathNot: '^(collections/|payload\\.config\\.ts$|test/)' },
      to: { path: '^collections/' },
    },
    {
      name: 'commands-import-no-face',
      comment:
        'A command is called by routes, rooms of the admin and the command line, and knows none of them.',
      severity: 'error',
      from: { path: room('commands') },
      to: { path: '^(src/(http|admin|app)/|scripts/)' },
    },
    {
      name: 'nothing-imports-evals-scripts-test',
      severity: 'error',
      from: { pathNot: '^(evals|scripts|test)/' },
      to: { path: '^(evals|scripts|test)/' },
    },
    {
      name: 'only-deps-reads-settings',
      comment:
        'deps.ts builds adapters from env.ts; the configuration and the entry points need their own few.',
      severity: 'error',
      from: {
        pathNot:
          '^(src/(deps|models|env|worker|startServerWorker|proxy)\\.ts|src/database/adapter\\.ts|payload\\.config\\.ts|scripts/|test/)',
      },
      to: { path: '^src/env\\.ts$' },
    },
    {
      name: 'payload-at-the-edges',
      severity: 'error',
      from: {
        path: [
          '^src/(governance|retrieval|answer|escalation|gaps|handover|measures|proofs|signIn|transcripts)/',
          '^evals/metrics/',
        ],
      },
      to: { path: ['^node_modules/(payload|@payloadcms)/', TYPES] },
    },
    adapterOnly('@qdrant/js-client-rest', '^(src/retrieval/stores/qdrant.*|test/.*)'),
    // Tests and examples ask us with it; the code that answers must not know it.
    adapterOnly(
      'openai',
      '^(src/(retrieval/embeddings|answer/chat)/openai\\w*\\.ts|test/.*|examples/.*|node_modules/.*)',
    ),
    adapterOnly('@modelcontextprotocol', '^(src/http/mcp/.*|test/.*|node_modules/.*)'),
    adapterOnly('openid-client', '^(src/signIn/.*|node_modules/.*)'),
    adapterOnly('jose', '^(src/signIn/.*|test/.*|node_modules/.*)'),
    adapterOnly('esbuild', '^(scripts/buildWidget\\.ts|test/.*|node_modules/.*)'),
    adapterOnly('ai', '^(examples/.*|node_modules/.*)'),
    adapterOnly('@opentelemetry', '^(src/tracing/otlp\\.ts|test/.*|node_modules/.*)'),
    adapterOnly('prom-client', '^(src/http/metrics/.*|node_modules/.*)'),
    adapterOnly('@aws-sdk', '^(ingestion/connectors/s3\\.ts|node_modules/.*)'),
    adapterOnly('@notionhq/client', '^(ingestion/connectors/notion(Pages)?\\.ts|node_modules/.*)'),
    adapterOnly('notion-to-md', '^(ingestion/connectors/notion\\.ts|node_modules/.*)'),
    adapterOnly('simple-git', '^(ingestion/connectors/git\\.ts|node_modules/.*)'),
    adapterOnly(
      'undici',
      '^(ingestion/connectors/guardedFetch\\.ts|src/outbound/guardedPost\\.ts|node_modules/.*)',
    ),
    adapterOnly('standardwebhooks', '^(src/commands/webhooks/signMessage\\.ts|test/.*|node_modules/.*)'),
    adapterOnly('unstructured-client', '^(ingestion/loaders/unstructured\\.ts|node_modules/.*)'),
    adapterOnly(
      'onnxruntime-node',
      '^(src/retrieval/embeddings/minilm\\.worker\\.mjs|src/answer/reader/local/crossEncoder\\.worker\\.mjs|node_modules/.*)',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data|models)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['production', 'import', 'require', 'node', 'default', 'types'],
    },
  },
}
