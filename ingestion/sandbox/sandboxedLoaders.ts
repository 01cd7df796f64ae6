import { FORMATS, UNSTRUCTURED_FORMATS } from '../loaders/formats'
import type { UnstructuredSettings } from '../loaders/unstructured'
import { PARSE_LIMITS } from '../parseLimits'
import type { Loader } from '../types'
import type { Sandbox } from './sandbox'

/** The loaders of the registry, each of which runs in the sandbox, by extension. */
export function sandboxedLoaders(
  sandbox: Pick<Sandbox, 'run'>,
  unstructured: UnstructuredSettings | null = null,
): ReadonlyMap<string, Loader> {
  const extensions = new Set<string>([...FORMATS, ...(unstructured ? UNSTRUCTURED_FORMATS : [])])
  return new Map([...extensions].map((extension) => [extension, loaderOf(sandbox, extension, unstructured)]))
}

const loaderOf =
  (sandbox: Pick<Sandbox, 'run'>, extension: string, unstructured: UnstructuredSettings | null): Loader =>
  ({ path, key, bytes, base = null }, signal, limits = PARSE_LIMITS) =>
    sandbox.run('load', { extension, path, key, base, unstructured }, { bytes, limits, signal })
