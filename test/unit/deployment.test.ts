import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { CHART, MANIFESTS, renderedOf, VALUES } from '../../scripts/manifests/chart'
import { parseEnv } from '../../src/env'

const read = (file: string) => readFileSync(file, 'utf8')

/** What the settings are read from, by asking for all of them. */
function settingsRead(): Set<string> {
  const names = new Set<string>()
  parseEnv(new Proxy({}, { get: (_, name) => void names.add(String(name)) }))
  return names
}

/** The addresses of the API that something is asked at, with the route files behind them. */
const routesIn = (text: string) =>
  [...text.matchAll(/\/api\/v1\/[\w/-]+/g)].map(([address]) => `src/app${address}/route.ts`)

interface Container {
  name: string
  command?: string[]
  env: { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string; key: string } } }[]
  securityContext: unknown
  volumeMounts: { name: string; mountPath: string }[]
  resources: { limits?: { memory?: string } }
  [probe: `${string}Probe`]: { httpGet: { path: string; port: string } }
}
interface Pod {
  securityContext: { runAsNonRoot: boolean; runAsUser: number }
  automountServiceAccountToken: boolean
  containers: Container[]
  volumes: { name: string }[]
}
interface Manifest {
  kind: string
  metadata: { name: string }
  data?: Record<string, string>
  spec: {
    replicas?: number
    selector: Record<string, string> & { matchLabels?: Record<string, string> }
    template: { metadata: { labels: Record<string, string> }; spec: Pod }
    podSelector: { matchLabels: Record<string, string> }
  }
}

const manifestsIn = (text: string) => parseAllDocuments(text).map((each) => each.toJS() as Manifest)
let made: Manifest[] | undefined
const rendered = () => (made ??= manifestsIn(read(MANIFESTS)))
const pods = () => rendered().filter(({ kind }) => kind === 'Deployment')
const fits = (labels: Record<string, string>, selector: Record<string, string>) =>
  Object.entries(selector).every(([name, value]) => labels[name] === value)

describe('the settings that a deployment names', () => {
  it('stand in .env.example, all that are read and no others', () => {
    const named = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(named.toSorted()).toEqual([...settingsRead()].toSorted())
  })

  it('are read, whatever the image, docker compose or the chart sets', () => {
    const compose = parse(read('docker-compose.yml')) as {
      services: { vouch: { environment: Record<string, string> } }
    }
    const image = read('Dockerfile')
      .split('\n')
      .filter((line) => line.startsWith('ENV '))
      .flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name]) => name!))
    const schema = JSON.parse(read(`${CHART}/values.schema.json`)) as {
      properties: { settings: { properties: object } }
    }
    const ofPods = pods().flatMap(({ spec }) =>
      spec.template.spec.containers.flatMap(({ env }) => env.map(({ name }) => name)),
    )
    const fixed = rendered().flatMap(({ data }) => Object.keys(data ?? {}))
    const named = [
      ...image.filter((name) => name !== 'NODE_ENV'),
      ...Object.keys(compose.services.vouch.environment),
      ...Object.keys(schema.properties.settings.properties),
      ...ofPods,
      ...fixed,
    ]
    expect(named.filter((name) => !settingsRead().has(name))).toEqual([])
    expect(ofPods).toContain('VOUCH_AUDIT_KEY')
  })

  it('can all be set through the chart: as a setting, in the secret, or by the chart itself', () => {
    const { properties } = JSON.parse(read(`${CHART}/values.schema.json`)) as {
      properties: { settings: { properties: object } }
    }
    const open = Object.keys(properties.settings.properties)
    const secret = /KEY|SECRET(?!_FILE)|TOKEN|_URI$|SMTP_URL/
    expect(open.filter((name) => secret.test(name) && !name.endsWith('_TOKENS'))).toEqual([])
    const set = new Set([
      ...open,
      ...rendered().flatMap(({ data }) => Object.keys(data ?? {})),
      ...pods().flatMap(({ spec }) =>
        spec.template.spec.containers.flatMap(({ env }) => env.map(({ name }) => name)),
      ),
    ])
    const left = [...settingsRead()].filter((name) => !set.has(name))
    expect(
      left.filter((name) => !secret.test(name)),
      'A new setting goes under “settings” in deploy/helm/vouch/values.schema.json.',
    ).toEqual([])
  })
})

describe('the image', () => {
  it('is asked at addresses that there are, and runs as a user of its own on a file system that is read', () => {
    const image = read('Dockerfile')
    expect(routesIn(image)).toEqual(['src/app/api/v1/health/live/route.ts'])
    expect(routesIn(image).filter((file) => !existsSync(file))).toEqual([])
    expect(image).toMatch(/^USER (?!root)/m)
    const { vouch } = (
      parse(read('docker-compose.yml')) as { services: Record<string, Record<string, unknown>> }
    ).services
    expect(vouch).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  })
})

describe('the chart', () => {
  it('is rendered as it is now', () => {
    expect(read(MANIFESTS)).toContain(`${renderedOf()}\n`)
  })

  it('has values that fit its schema, which refuses what nobody reads', () => {
    const schema = z.fromJSONSchema(
      JSON.parse(read(`${CHART}/values.schema.json`)) as Parameters<typeof z.fromJSONSchema>[0],
    )
    const values = parse(read(`${CHART}/values.yaml`)) as { web: object }
    expect(schema.safeParse(values).error?.issues).toBeUndefined()
    for (const wrong of [
      { settings: { VOUCH_SECRET: 'x'.repeat(32) } },
      { settings: { VOUCH_NO_SUCH: 'on' } },
      { web: { ...values.web, replicas: 0 } },
      { publicUrl: 'vouch.example.com' },
    ])
      expect(schema.safeParse({ ...values, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  })

  it('has a schema whose patterns Helm can read, which knows no looking ahead', () => {
    expect(read(`${CHART}/values.schema.json`)).not.toMatch(/\(\?[=!<]/)
  })

  it('has several web pods that leave the work, and one worker that does it', () => {
    const [web, worker] = pods()
    const workOf = (deployment = web) =>
      deployment?.spec.template.spec.containers[0]?.env.find(({ name }) => name === 'VOUCH_WORKER')?.value
    expect([web?.spec.replicas, workOf(web)]).toEqual([2, 'off'])
    expect([worker?.spec.replicas, workOf(worker)]).toEqual([1, 'on'])
  })

  it('has no pod that starts without the secrets that all must share', () => {
    for (const { spec } of pods())
      for (const { env } of spec.template.spec.containers)
        expect(env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef.key ?? [])).toEqual([
          'DATABASE_URI',
          'VOUCH_SECRET',
          'VOUCH_AUDIT_KEY',
        ])
  })

  it('lets no container run as root, gain rights or write beside its volumes', () => {
    for (const { spec } of pods()) {
      const { securityContext, automountServiceAccountToken, containers, volumes } = spec.template.spec
      expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 })
      expect(automountServiceAccountToken).toBe(false)
      for (const container of containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        })
        expect(volumes.map(({ name }) => name)).toEqual(
          expect.arrayContaining(container.volumeMounts.map(({ name }) => name)),
        )
      }
    }
  })

  it('asks at health endpoints that there are', () => {
    const asked = pods().flatMap(({ spec }) =>
      spec.template.spec.containers.flatMap((container) =>
        (['startupProbe', 'livenessProbe', 'readinessProbe'] as const).map(
          (probe) => container[probe]!.httpGet.path,
        ),
      ),
    )
    expect(new Set(asked)).toEqual(new Set(['/api/v1/health/live', '/api/v1/health/ready']))
    for (const address of asked) expect(existsSync(`src/app${address}/route.ts`), address).toBe(true)
  })

  it('sends what is asked to the web pods alone, and shields each pod by a policy', () => {
    const [web, worker] = pods().map(({ spec }) => spec.template.metadata.labels)
    const service = rendered().find(({ kind }) => kind === 'Service')!.spec.selector
    expect([fits(web!, service), fits(worker!, service)]).toEqual([true, false])
    const budget = rendered().find(({ kind }) => kind === 'PodDisruptionBudget')!.spec.selector.matchLabels!
    expect([fits(web!, budget), fits(worker!, budget)]).toEqual([true, false])
    const policies = rendered().filter(({ kind }) => kind === 'NetworkPolicy')
    for (const labels of [web!, worker!])
      expect(policies.filter(({ spec }) => fits(labels, spec.podSelector.matchLabels))).toHaveLength(1)
  })

  const helm = spawnSync('helm', ['version', '--short'], { encoding: 'utf8' }).status === 0
  it.runIf(helm)('is what helm lints and renders', () => {
    const run = (...args: string[]) => spawnSync('helm', args, { encoding: 'utf8' })
    const values = ['--values', VALUES]
    expect(run('lint', '--strict', CHART, ...values)).toMatchObject({ status: 0 })
    const { stdout } = run('template', 'vouch', CHART, ...values)
    // Helm’s order of kinds is its own affair.
    const byName = (manifests: Manifest[]) =>
      Object.fromEntries(manifests.map((each) => [`${each.kind} ${each.metadata.name}`, each]))
    expect(byName(manifestsIn(stdout))).toEqual(byName(rendered()))
  })
})
