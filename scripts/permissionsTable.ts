import { DEEDS, PEOPLE_WORDS } from '../src/governance/permissionWords'
import { may, WHO_MAY, type Action } from '../src/governance/permissions'
import { ROLES } from '../src/vocabulary'

/** docs/permissions.md: who may do what, for people. test/unit/permissions.test.ts keeps it in step. */
export function permissionsPage(): string {
  const actions = Object.keys(WHO_MAY) as Action[]
  return `# Who may do what

Made of \`src/governance/permissions.ts\`; \`npx vitest run --project unit permissions -u\` writes it anew. The collections’ access,
the commands, the routes and the admin all ask this table. A person may have several roles, and then may what any of them may.
Everybody who signs in may read texts and topics.

| What | ${ROLES.map((role) => PEOPLE_WORDS[role]).join(' | ')} | In the code |
| --- | ${ROLES.map(() => ':-:').join(' | ')} | --- |
${actions.map(rowOf).join('\n')}

Signing asks more than a role: nobody signs what they wrote, a sensitive text is signed by an approver of its topic, a
regulated one by two people, one of them from compliance ([the workflow](workflow.md)). A new right to sign, or to say who
signs, waits until a second person confirms it ([who may sign and change rights](security-rights.md)).
`
}

function rowOf(action: Action): string {
  const answers = ROLES.map((role) => (may({ roles: [role] }, action) ? 'yes' : 'no'))
  const deed = DEEDS[action]
  return `| ${deed.charAt(0).toUpperCase()}${deed.slice(1)} | ${answers.join(' | ')} | \`${action}\` |`
}
