import { z } from 'zod'

/** What is read of schemathesis' report. */
const reportSchema = z.object({
  seed: z.number().nullable(),
  running_time: z.number().nullable(),
  complete: z.boolean(),
  operations: z.object({ selected: z.number(), tested: z.number(), errored: z.number() }).nullable(),
  test_cases: z.object({ generated: z.number(), with_failures: z.number(), unique_failures: z.number() }),
  failures: z.array(z.object({ title: z.string(), count: z.number(), operations: z.array(z.string()) })),
  errors: z.array(z.object({ title: z.string(), count: z.number() })),
})

/** What a run came to, as a few lines. @throws where the report is none of schemathesis'. */
export function tellReport(report: unknown): string {
  const { operations, test_cases: cases, failures, errors, ...run } = reportSchema.parse(report)
  const seconds = run.running_time === null ? '?' : run.running_time.toFixed(0)
  return [
    `${run.complete ? 'Asked' : 'ENDED EARLY, having asked'} ${cases.generated} requests of ${operations?.tested ?? 0} of ${operations?.selected ?? 0} calls in ${seconds} s (seed ${run.seed ?? '?'}).`,
    ...failures.map(({ title, count, operations: calls }) => `${count} × ${title}: ${calls.join(', ')}`),
    ...errors.map(({ title, count }) => `${count} × ${title}`),
    `requests: ${cases.generated - cases.with_failures} passed, ${cases.with_failures} failed`,
  ].join('\n')
}
