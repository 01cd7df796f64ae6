import type { BrowserContext, Page } from 'playwright-core'

export interface Room {
  name: string
  path: string
}

/** The rooms of the admin, each list and one thing of each kind, as far as this installation has them. */
export const listRooms = async (context: BrowserContext): Promise<Room[]> => {
  const first = async (collection: string, where: string): Promise<string | null> => {
    const response = await context.request.get(`/api/${collection}?depth=0&limit=1&${where}`)
    const { docs } = (await response.json()) as { docs?: { id: string }[] }
    return docs?.[0] ? `/admin/collections/${collection}/${docs[0].id}` : null
  }
  const things = {
    document: await first('policies', 'where[liveVersion][exists]=true&sort=-version'),
    gap: await first('gaps', 'where[state][equals]=open&sort=-seen'),
    'gap-closed': await first('gaps', 'where[state][equals]=closed'),
    receipt: await first('answers', 'where[outcome][equals]=answered&sort=-createdAt'),
    'receipt-refused': await first('answers', 'where[outcome][equals]=refused&sort=-createdAt'),
    'document-draft': await first('policies', 'where[workflowState][equals]=in_review&sort=-version'),
    'eval-case': await first('eval-cases', 'sort=createdAt'),
    'eval-run': await first('eval-runs', 'where[set][equals]=stored&sort=-createdAt'),
    calibration: await first('calibrations', 'sort=-createdAt'),
    handover: await first('handovers', 'sort=-createdAt'),
    transcript: await first('answers', 'where[outcome][equals]=escalated&sort=-createdAt').then(
      (path) => path && path.replace('/collections/answers/', '/transcripts/'),
    ),
    release: await first('releases', 'sort=-version'),
    bot: await first('bots', 'sort=name'),
    source: await first('sources', 'sort=-vanished'),
    'document-gone': await first('policies', 'where[sourceVanishedAt][exists]=true'),
    'document-conflict': await first('policies', 'where[sourceConflictAt][exists]=true'),
  }
  const underReview = await first('policies', 'where[workflowState][equals]=in_review&sort=-version')
  const firstVersion = await first(
    'policies',
    'where[workflowState][equals]=in_review&where[version][equals]=1',
  )
  const reviewOf = (document: string | null): string | null =>
    document && document.replace('/collections/', '/review/')
  const reviews = {
    review: reviewOf(underReview),
    'review-sides': underReview && `${reviewOf(underReview)}?view=sides`,
    'review-metadata': underReview && `${reviewOf(underReview)}?view=metadata`,
    'review-first': reviewOf(firstVersion),
  }
  return [
    { name: 'today', path: '/admin' },
    { name: 'waiting', path: '/admin/waiting' },
    { name: 'policies', path: '/admin/collections/policies' },
    { name: 'document-new', path: '/admin/collections/policies/create' },
    { name: 'gaps', path: '/admin/collections/gaps' },
    { name: 'handovers', path: '/admin/collections/handovers' },
    { name: 'handovers-all', path: '/admin/collections/handovers?state=all' },
    { name: 'webhooks', path: '/admin/collections/webhooks' },
    { name: 'webhook-new', path: '/admin/collections/webhooks/create' },
    { name: 'webhook-messages', path: '/admin/collections/webhook-deliveries' },
    { name: 'receipts', path: '/admin/collections/answers' },
    { name: 'try', path: '/admin/try' },
    { name: 'outcomes', path: '/admin/collections/conversation-reports' },
    { name: 'outcomes-none', path: '/admin/collections/conversation-reports?from=2001-01-01&to=2001-01-02' },
    { name: 'transcripts', path: '/admin/collections/verdicts' },
    { name: 'transcripts-judged', path: '/admin/collections/verdicts?show=judged' },
    { name: 'transcripts-all', path: '/admin/collections/verdicts?show=all' },
    { name: 'evals', path: '/admin/collections/eval-runs' },
    { name: 'calibrations', path: '/admin/collections/calibrations' },
    { name: 'eval-cases', path: '/admin/collections/eval-cases' },
    { name: 'index', path: '/admin/collections/index-versions' },
    { name: 'audit', path: '/admin/collections/audit-log' },
    { name: 'audit-none', path: '/admin/collections/audit-log?about=nothing+of+the+kind' },
    { name: 'users', path: '/admin/collections/users' },
    { name: 'topics', path: '/admin/collections/topics' },
    { name: 'sources', path: '/admin/collections/sources' },
    { name: 'source-new', path: '/admin/collections/sources/create' },
    { name: 'import', path: '/admin/import' },
    { name: 'list-search', path: '/admin/collections/policies?search=days' },
    { name: 'calendar', path: '/admin/calendar' },
    { name: 'calendar-empty', path: '/admin/calendar?month=2029-01' },
    { name: 'freshness', path: '/admin/freshness' },
    { name: 'sign-in', path: '/admin/sign-in' },
    { name: 'said', path: '/admin/said?text=returns' },
    ...Object.entries({ ...things, ...reviews }).flatMap(([name, path]) => (path ? [{ name, path }] : [])),
  ]
}

/** Opens a room and waits until it has settled. */
export const enter = async (page: Page, { path }: Room): Promise<void> => {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  // Payload reads the titles of related documents after the list is shown.
  await page.waitForFunction(
    () => document.title && !document.body.innerText.includes('Loading...'),
    undefined,
    { timeout: 15_000 },
  )
  await page.waitForTimeout(400)
}
