import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatSimilarity } from '../../evals/formatSimilarity'
import { loadPath, loadOne } from './loadersSetup'
import { openDocument } from './officeFiles'

const CORPORA = resolve(import.meta.dirname, '../../../shared/data/policy_corpora')

describe('the same policy in several formats', () => {
  it('made here, has the same sections and words in each', async () => {
    const documents = [
      await loadOne('a.md', '# Refunds\n\nWithin 30 days.\n\n## Fees\n\n- none\n- ever'),
      await loadOne('a.html', '<h1>Refunds</h1><p>Within 30 days.</p><h2>Fees</h2><ul><li>none<li>ever</ul>'),
      await loadOne(
        'a.rtf',
        '{\\rtf1 {\\pard\\outlinelevel0 Refunds\\par}\\pard Within 30 days.\\par{\\pard\\outlinelevel1 Fees\\par}\\pard{\\pntext\\bullet}none\\par{\\pntext\\bullet}ever\\par}',
      ),
      await loadOne(
        'a.odt',
        await openDocument(
          '<text:h text:outline-level="1">Refunds</text:h><text:p>Within 30 days.</text:p><text:h text:outline-level="2">Fees</text:h><text:list><text:list-item><text:p>none</text:p></text:list-item><text:list-item><text:p>ever</text:p></text:list-item></text:list>',
        ),
      ),
    ]
    const pairs = formatSimilarity(documents)
    expect(pairs).toHaveLength(6)
    for (const pair of pairs) expect(pair).toMatchObject({ words: 1, shingles: 1, sections: 1 })
  })

  it('counts what differs', async () => {
    const [pair] = formatSimilarity([
      await loadOne('a.md', '# Refunds\n\nOne two three four.\n\n## Fees\n\nNone.'),
      await loadOne('b.md', '# Refunds\n\nOne two three five.\n\n## Costs\n\nNone.'),
    ])
    expect(pair).toEqual({ a: 'a.md', b: 'b.md', words: 0.6667, shingles: 0, sections: 0.3333 })
  })

  it.skipIf(!existsSync(CORPORA))(
    'of ../shared/data/policy_corpora/opengov_site_policy has the same sections and near-identical text (skipped when it is absent)',
    async () => {
      const files = await loadPath(join(CORPORA, 'opengov_site_policy'))
      const pairs = formatSimilarity(files.flatMap((file) => (file.outcome === 'read' ? file.documents : [])))
      console.table(pairs)
      expect(pairs).toHaveLength(6)
      for (const pair of pairs) {
        expect(pair.sections).toBe(1)
        expect(pair.words).toBeGreaterThan(0.98)
        expect(pair.shingles).toBeGreaterThan(0.96)
      }
    },
  )
})
