import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { ingest } from '../ingest'
import { openInstallation } from './installation'
import { load, megabytes, rounded, showTable } from './measure'
import { peakMegabytes, watchChildren } from './memory'
import { seeded, someWords } from './random'

/**
 * One Markdown file of some megabytes from its bytes to the index: read, drafted, signed, published, chunked, embedded. How
 * long the event loop of this process was held at most; what else runs on the machine lengthens it, so it is told in processor
 * time too.
 */
export const benchLongMarkdown = async ({ size }: { size: number }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vouch-long-'))
  const file = path.join(folder, 'terms.md')
  writeFileSync(file, longMarkdown(size * 1e6))
  const installation = await openInstallation('hash')
  const approver = await installation.person('ben', 'approver')
  const before = megabytes()
  const children = watchChildren()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  const ticks = watchTicks()
  const started = performance.now()
  const cpu = process.cpuUsage()
  delay.enable()
  const { documents, published, failed, chunks } = await ingest(installation.deps, {
    places: [file],
    approveAs: approver.email,
    quiet: true,
  })
  delay.disable()
  const stall = ticks.stop()
  const { user, system } = process.cpuUsage(cpu)
  const result = {
    megabytesOfText: size,
    load: load(),
    documents,
    published,
    chunks,
    failed: failed.map(({ error }) => error),
    seconds: rounded((performance.now() - started) / 1_000),
    cpuSeconds: rounded((user + system) / 1e6),
    longestTurnMs: rounded(delay.max / 1e6 - 10),
    p99TurnMs: rounded(Math.max(0, delay.percentile(99) / 1e6 - 10)),
    longestTurnCpuMs: stall,
    megabytes: { before, peak: peakMegabytes(), peakOfParsers: children.stop() },
  }
  await installation.close()
  rmSync(folder, { recursive: true, force: true })
  const { megabytes: memory, failed: failures, ...row } = result
  showTable(`${size} MB of Markdown`, [{ ...row, failed: failures.length, 'peak MB': memory.peak }])
  return result
}

/** The most processor time, in ms, that this process used between two ticks of a timer of 10 ms. */
const watchTicks = (): { stop: () => number } => {
  let longest = 0
  let last = process.cpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(last)
    longest = Math.max(longest, (user + system) / 1_000)
    last = process.cpuUsage()
  }, 10)
  return {
    stop: () => {
      clearInterval(timer)
      return rounded(longest)
    },
  }
}

/** Clauses with lists, tables and links under headings of three ranks. */
const longMarkdown = (characters: number): string => {
  const random = seeded(characters)
  const parts = ['# Terms\n']
  for (let [i, length] = [0, 0]; length < characters; i++) {
    const rank = i % 40 === 0 ? '##' : '###'
    const text = [
      `${rank} Clause ${i}: ${someWords(random, 4)}`,
      `${someWords(random, 40)}, **${someWords(random, 3)}**, see [the list](https://example.com/${i}).`,
      Array.from({ length: 3 }, () => `- ${someWords(random, 12)}`).join('\n'),
      ...(i % 5 === 0 ? [`| Zone | Price |\n| --- | --- |\n| ${i} | € ${i}.50 |`] : []),
    ].join('\n\n')
    parts.push(text)
    length += text.length + 2
  }
  return parts.join('\n\n')
}
