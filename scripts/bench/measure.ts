import { loadavg } from 'node:os'

/** Milliseconds that `run` took. */
export const timed = async (run: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await run()
  return performance.now() - started
}

export const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))

export const spread = (values: readonly number[]) => ({
  p50: rounded(quantile(values, 0.5)),
  p95: rounded(quantile(values, 0.95)),
})

export const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6)

/** The machine's other work, without which no figure can be read: processes that want a core, over the last minute. */
export const load = (): number => rounded(loadavg()[0] ?? 0, 1)

/** The longest time, in ms, for which the event loop was not free while `run` ran. */
export const longestStall = async (run: () => Promise<unknown>): Promise<number> => {
  let [last, longest] = [performance.now(), 0]
  const look = () => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }
  const timer = setInterval(look, 2)
  await run()
  look()
  clearInterval(timer)
  return rounded(longest)
}

/** Rows as aligned columns on standard error, for people. */
export const showTable = (title: string, rows: readonly Record<string, string | number | null>[]): void => {
  const names = Object.keys(rows[0] ?? {})
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '–')))]
  const widths = names.map((_, i) => Math.max(...cells.map((line) => line[i]?.length ?? 0)))
  const lines = cells.map((line) => line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '))
  process.stderr.write(`\n${title} (load ${load()})\n${lines.join('\n')}\n`)
}
