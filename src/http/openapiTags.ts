/** Under which heading the calls of an address stand, by how it begins. */
const HEADINGS: Readonly<Record<string, string>> = {
  answer: 'Asking',
  v1: 'Asking, as OpenAI’s clients do',
  conversations: 'Conversations and hand-overs',
  assist: 'Conversations and hand-overs',
  handovers: 'Conversations and hand-overs',
  receipts: 'Receipts and recalls',
  recalls: 'Receipts and recalls',
  gaps: 'Gaps',
  measures: 'Measures',
  health: 'Health',
  bots: 'Bots’ keys',
  webhooks: 'Webhooks',
  'webhook-messages': 'Webhooks',
}
const OF_THE_ADMIN = 'What the admin calls, for people who are signed in'

/** The heading of an address; what bots do not call stands together, last. */
export const headingOf = (address: string): string => HEADINGS[address.split('/')[1] ?? ''] ?? OF_THE_ADMIN

/** All headings, in the order of the page. */
export const ALL_HEADINGS = [...new Set([...Object.values(HEADINGS), OF_THE_ADMIN])]

/** A contract whose calls stand under headings. */
export function underHeadings<Contract extends { paths?: Record<string, object> }>(contract: Contract) {
  for (const [address, calls] of Object.entries(contract.paths ?? {}))
    for (const call of Object.values(calls) as unknown[])
      if (typeof call === 'object' && call !== null && 'responses' in call)
        Object.assign(call, { tags: [headingOf(address)] })
  return { ...contract, tags: ALL_HEADINGS.map((name) => ({ name })) }
}
