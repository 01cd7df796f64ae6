import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const resultsSchema = z.object({
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number() })),
})

const SHOWN = 20

/** The test files that took longest in the runs whose results lie in `folder`, a line each with their seconds. */
export const slowestFiles = async (folder: string): Promise<string> => {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'))
  const results = await Promise.all(
    files.map(async (name) =>
      resultsSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
    ),
  )
  return results
    .flatMap(({ testResults }) => testResults)
    .map(({ name, startTime, endTime }) => ({
      file: path.relative('test', name),
      seconds: (endTime - startTime) / 1000,
    }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, SHOWN)
    .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${file}`)
    .join('\n')
}
