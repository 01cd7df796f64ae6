import { readFileSync } from 'node:fs'
import { parser } from '@prometheus-io/lezer-promql'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { metrics } from '../../src/http/metrics/registry'
import { DEGRADATIONS, OUTCOMES } from '../../src/vocabulary'

interface Rule {
  record?: string
  alert?: string
  expr: string
  for?: string
  labels?: Record<string, string>
  annotations?: Record<string, string>
}
interface Panel {
  id: number
  title: string
  type: string
  gridPos: { x: number; y: number; w: number; h: number }
  targets?: { expr: string; refId: string }[]
}

const { groups } = parse(readFileSync('deploy/prometheus/vouch.rules.yml', 'utf8')) as {
  groups: { name: string; rules: Rule[] }[]
}
const rules = groups.flatMap((group) => group.rules)
const dashboard = JSON.parse(readFileSync('deploy/grafana/vouch.json', 'utf8')) as {
  panels: Panel[]
  templating: { list: { name: string; definition?: string }[] }
}

/** As Grafana does before it asks Prometheus. */
const filledIn = (expr: string) => expr.replaceAll('$__rate_interval', '5m').replaceAll('$__range', '1h')
const expressions: [string, string][] = [
  ...rules.map(({ record, alert, expr }): [string, string] => [record ?? alert ?? '', expr]),
  ...dashboard.panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }): [string, string] => [title, filledIn(expr)]),
  ),
  ...dashboard.templating.list.flatMap(({ name, definition }): [string, string][] =>
    definition ? [[name, /^label_values\((.+), \w+\)$/.exec(definition)?.[1] ?? 'no query']] : [],
  ),
]

/** Series that an expression selects, with the labels that it selects them by; `faults` counts what is no PromQL. */
function readPromQl(expr: string) {
  const selected: { metric: string; labels: Record<string, string> }[] = []
  const grouping: string[] = []
  let faults = 0
  parser.parse(expr).iterate({
    enter: ({ name, from, to, node, type }) => {
      const text = (at: { from: number; to: number }) => expr.slice(at.from, at.to)
      if (type.isError) faults++
      if (name === 'VectorSelector') {
        const metric = node.getChild('Identifier')
        selected.push({ metric: metric ? text(metric) : '', labels: {} })
      }
      if (name === 'UnquotedLabelMatcher') {
        const label = node.getChild('LabelName')
        const value = node.getChild('StringLiteral')
        if (label && value) selected.at(-1)!.labels[text(label)] = text(value).slice(1, -1)
      }
      if (name === 'LabelName' && node.parent?.name === 'GroupingLabels') grouping.push(expr.slice(from, to))
    },
  })
  return { selected, grouping, faults }
}

/** Exactly what /metrics says: a figure has its line before anything was counted, a histogram its buckets once something was. */
metrics().seconds.observe({ outcome: 'answered' }, 1)
const served = await metrics().register.metrics()
const types = new Map(
  [...served.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name, type]) => [name ?? '', type ?? '']),
)
const series = new Set(
  [...types].flatMap(([name, type]) =>
    type === 'histogram' ? ['_bucket', '_count', '_sum'].map((end) => name + end) : [name],
  ),
)
const recorded = new Set(rules.flatMap(({ record }) => record ?? []))
const labelsOf = (metric: string): string[] => {
  const own = metrics().register.getSingleMetric(metric.replace(/_(?:bucket|count|sum)$/, ''))
  return ['job', 'instance', 'le', ...((own as { labelNames?: string[] } | undefined)?.labelNames ?? [])]
}

/** What a label can be; others may be anything. */
const VALUES: Record<string, readonly string[]> = {
  outcome: OUTCOMES,
  without: DEGRADATIONS,
  le: served.match(/(?<=vouch_answer_seconds_bucket\{le=")[^"]+/g) ?? [],
  status: ['503'],
  reason: ['unavailable', ''],
}

describe('the dashboard and the alerts', () => {
  it('are many enough to be worth the name', () => {
    expect(series.size).toBeGreaterThan(20)
    expect(expressions.length).toBeGreaterThan(45)
  })

  it.each(expressions)('ask in PromQL for what is served, by labels that it has: %s', (_, expr) => {
    const { selected, grouping, faults } = readPromQl(expr)
    expect(faults, expr).toBe(0)
    expect(selected.length).toBeGreaterThan(0)
    for (const { metric, labels } of selected) {
      expect(series.has(metric) || recorded.has(metric), metric).toBe(true)
      if (!series.has(metric)) continue
      for (const [label, value] of Object.entries(labels)) {
        expect(labelsOf(metric)).toContain(label)
        if (VALUES[label]) expect(VALUES[label], `${label} of ${metric}`).toContain(value)
      }
    }
    for (const label of grouping)
      expect(
        selected.some(({ metric }) => recorded.has(metric) || labelsOf(metric).includes(label)),
        label,
      ).toBe(true)
  })

  it('a metric that nobody serves is found, and so is what is no PromQL', () => {
    const { selected, faults } = readPromQl('rate(vouch_made_up_total{outcome="answered"}[5m])')
    expect(selected).toEqual([{ metric: 'vouch_made_up_total', labels: { outcome: 'answered' } }])
    expect(series.has('vouch_made_up_total')).toBe(false)
    expect(faults).toBe(0)
    expect(readPromQl('sum by job rate(vouch_answers_total[5m]').faults).toBeGreaterThan(0)
  })

  it('show every figure of ours', () => {
    const shown = new Set(
      expressions.flatMap(([, expr]) => readPromQl(expr).selected.map(({ metric }) => metric)),
    )
    const ours = [...types.keys()].filter((name) => name.startsWith('vouch_'))
    expect(ours.filter((name) => ![...shown].some((metric) => metric.startsWith(name)))).toEqual([])
  })

  it('alert with who is called, for how long, and what to do', () => {
    const alerts = rules.filter(({ alert }) => alert)
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length)
    for (const { alert, labels, annotations, for: during } of alerts) {
      expect(['page', 'ticket'], alert).toContain(labels?.['severity'])
      expect(during, alert).toMatch(/^\d+[mh]$/)
      expect(annotations?.['summary'], alert).toBeTruthy()
      expect(annotations?.['description'], alert).toBeTruthy()
    }
  })

  it('the panels lie side by side, none over another, each query with a letter of its own', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length)
    for (const { targets = [] } of dashboard.panels)
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length)
  })
})
