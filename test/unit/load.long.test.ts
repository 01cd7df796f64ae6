import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPath } from './loadersSetup'

const CORPORA = resolve(import.meta.dirname, '../../../shared/data/policy_corpora')

describe.skipIf(!existsSync(CORPORA))(
  'the real files of ../shared/data/policy_corpora (skipped when they are absent)',
  () => {
    it('become documents, at least 95 % of those in a supported format, and each other one is named with its reason', async () => {
      const files = (await loadPath(CORPORA)).filter((file) => file.outcome === 'read')
      const failed = files.filter((file) => file.documents.length === 0)
      expect(files.length).toBeGreaterThan(200)
      expect(1 - failed.length / files.length).toBeGreaterThanOrEqual(0.95)
      for (const file of failed) expect(file.failures[0]?.error).toMatch(/^The .{20,}\.$/)
      for (const { title } of files.flatMap((file) => file.documents)) expect(title.trim()).not.toBe('')
    }, 240_000)

    it('say the same in four formats', async () => {
      const files = await loadPath(join(CORPORA, 'opengov_site_policy'))
      const documents = files.flatMap((file) => (file.outcome === 'read' ? file.documents : []))
      const headings = documents.map(({ title, markdown }) =>
        [title].concat(markdown.match(/^#+ .*$/gm) ?? []),
      )
      expect(headings).toHaveLength(4)
      for (const list of headings) expect(list).toEqual(headings[0])
    })
  },
)
