import { EMPTY_WORDS } from '../../src/admin/lists/emptyWords'
import { describe, expect, it } from 'vitest'
import { COVERAGE, sealingOf } from '../../src/governance/coverage'

describe('what is covered by what', { timeout: 120_000 }, () => {
  it('covers, or exempts with a reason, every collection of this installation and of Payload', async () => {
    process.env['VOUCH_DATA_DIR'] ||= '/tmp/vouch-coverage'
    const { default: config } = await import('../../payload.config')
    const { collections } = await config
    const here = collections.flatMap(({ slug, versions }) =>
      versions ? [slug as string, `${slug}/versions`] : slug,
    )
    expect(here.filter((of) => !COVERAGE[of])).toEqual([])
    expect(here.length).toBeGreaterThan(20)
    // Nothing is listed that is not there, apart from what Payload makes only where it is used.
    expect(Object.keys(COVERAGE).filter((of) => !here.includes(of) && !of.startsWith('payload-'))).toEqual([])
  })

  it('leaves out no field that is not there, and says of each why it says nothing', async () => {
    const { default: config } = await import('../../payload.config')
    for (const { slug, flattenedFields } of (await config).collections) {
      const omit = sealingOf(slug)?.omit ?? {}
      const names = new Set(flattenedFields.map(({ name }) => name))
      expect(
        Object.keys(omit).filter((name) => !names.has(name)),
        slug,
      ).toEqual([])
      for (const because of Object.values(omit)) expect(because.length).toBeGreaterThan(10)
    }
    for (const coverage of Object.values(COVERAGE))
      if (coverage.by === 'nothing') expect(coverage.because.length).toBeGreaterThan(10)
  })

  it('seals a collection that nobody listed whole, and none that is exempt', () => {
    expect(sealingOf('something-new')).toMatchObject({ omit: {} })
    expect(sealingOf('notifications')).toBeNull()
    expect(sealingOf('constructor')).toMatchObject({ omit: {} })
  })
})

/** Rooms that hold somebody from the first day. */
const NEVER_EMPTY: ReadonlySet<string> = new Set(['users'])

it('each list that can be empty says what will stand in it, and how to see one', async () => {
  const { default: config } = await import('../../payload.config')
  const { collections } = await config
  const silent = collections.filter(({ slug, admin }) => {
    const { beforeListTable, views } = admin.components ?? {}
    const shown = !admin.hidden && admin.group !== false && !slug.startsWith('payload-')
    return shown && !views?.list && !beforeListTable?.length && !NEVER_EMPTY.has(slug)
  })
  expect(silent.map(({ slug }) => slug)).toEqual([])
  const teaching = collections.filter(({ admin }) =>
    JSON.stringify(admin.components?.beforeListTable ?? []).includes('NothingYet'),
  )
  expect(teaching.map(({ slug }) => slug).toSorted()).toEqual(Object.keys(EMPTY_WORDS).toSorted())
})
