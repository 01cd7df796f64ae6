/** Where the rules of .dependency-cruiser.cjs are looked at. */
export const CRUISED = [
  'src',
  'collections',
  'ingestion',
  'evals',
  'scripts',
  'test',
  'demo',
  'packages',
  'examples',
  'payload.config.ts',
]
