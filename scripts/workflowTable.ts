import { CLOCK_RULES } from '../src/governance/clock'
import { RULES } from '../src/governance/transitions'
import { SET_UP_DAYS } from '../src/governance/accounts'
import { TRANSITIONS } from '../src/governance/types'
import { WORKFLOW_STATES, type WorkflowState } from '../src/vocabulary'

/** docs/workflow.md: the table that decides, for people. test/unit/workflowTable.test.ts keeps it in step. */
export const workflowPage = (): string => `# The workflow

Made of \`src/governance/transitions.ts\` and \`clock.ts\`; \`npx vitest run --project unit workflowTable -u\` writes it anew.

## What people do

| Transition | Button | From | Who may | What it does |
| --- | --- | --- | --- | --- |
${TRANSITIONS.map((transition) => {
  const { label, from, who, effect } = RULES[transition]
  return `| \`${transition}\` | ${label} | ${from ? from.map(words).join(', ') : 'any state'} | ${who} | ${effect} |`
}).join('\n')}

## What the clock does

| Move | From | To | When |
| --- | --- | --- | --- |
${Object.entries(CLOCK_RULES)
  .map(([move, { from, to, when }]) => `| \`${move}\` | ${words(from)} | ${words(to)} | ${when} |`)
  .join('\n')}

## What always holds

- A signature covers one version of one document: its words, title, kind, audience, risk tier, topic, language and dates; above standard also its owner and how often it is checked. Any change makes a new version, which nobody has signed. Who signs first may say when it takes effect, and signs that.
- Nobody signs what they wrote: not those who changed it since its last release that took effect, nor anyone standing in for them.
- Whoever makes an account, or sets its roles, password or address, counts for ${SET_UP_DAYS} days as one person with it: it does not sign what they wrote, and they do not publish what it signed. While two people could look at rights, that holds through a third person too.
- A text without a letter or digit is not sent, signed or published.
- When changes are asked for, the signatures given before no longer count.
- The strictest risk tier that a document ever had holds, in force or not, until a version of a lower one is released that compliance signed; another topic is signed by those of the topic before too.
- The text in force stays in force while a newer version is written and reviewed. At every instant it is the release published last of those that have begun, until it expires or is withdrawn.
- Withdrawal holds at answer time, whatever the workers and the index do.
- An edit of a text in any state makes a draft; states of releases are ${(['scheduled', 'published', 'superseded', 'withdrawn', 'archived'] satisfies WorkflowState[]).map(words).join(', ')}.
`

const words = (state: (typeof WORKFLOW_STATES)[number]): string => state.replaceAll('_', ' ')
