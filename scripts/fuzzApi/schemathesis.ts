import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const VERSION = '4.32.5'
const VENV = path.resolve('.cache/schemathesis')
const PROGRAM = path.join(VENV, 'bin/schemathesis')

/** Where schemathesis is: `SCHEMATHESIS`, else one of our own, fetched from PyPI at the first run. */
export function findSchemathesis():
  | { command: string; missing?: never }
  | { command?: never; missing: string } {
  const given = process.env['SCHEMATHESIS']
  if (given) return { command: given }
  if (runs(PROGRAM, VERSION)) return { command: PROGRAM }
  const python = ['python3', 'python'].find((name) => runs(name, 'Python 3'))
  if (!python) return { missing: 'NO PYTHON 3.' }
  console.log(`Fetching schemathesis ${VERSION} (once)…`)
  const made =
    spawnSync(python, ['-m', 'venv', VENV], { stdio: 'inherit' }).status === 0 &&
    spawnSync(path.join(VENV, 'bin/pip'), ['install', '--quiet', `schemathesis==${VERSION}`], {
      stdio: 'inherit',
    }).status === 0
  return made && existsSync(PROGRAM) ? { command: PROGRAM } : { missing: 'NO SCHEMATHESIS FROM PYPI.' }
}

const runs = (command: string, version: string): boolean =>
  spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout?.includes(version) ?? false

/** What a request may break. Not that a fitting request is taken: a schema cannot say which cursors and dates there are. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'missing_required_header',
  'unsupported_method',
  'ignored_auth',
]

/** Runs it to its end. @returns its exit code: 0 where nothing was found. */
export function runSchemathesis(
  command: string,
  o: {
    base: string
    contract: string
    settings: string
    folder: string
    /** The file that it writes what it found to. */
    report: string
    examples: number
    seed: number
    only?: string
  },
): Promise<number> {
  const child = spawn(
    command,
    [
      `--config-file=${o.settings}`,
      'run',
      o.contract,
      `--url=${o.base}`,
      `--checks=${CHECKS.join(',')}`,
      `--max-examples=${o.examples}`,
      `--seed=${o.seed}`,
      '--workers=1',
      '--request-timeout=60',
      '--continue-on-failure',
      '--no-color',
      ...(o.only ? [`--include-path-regex=${o.only}`] : []),
      '--report=json',
      `--report-json-path=${o.report}`,
    ],
    { stdio: 'inherit', cwd: o.folder },
  )
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
