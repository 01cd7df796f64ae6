import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { BUILT_IN_POLICIES, ESCALATION_TITLES } from '../../src/escalation/builtIn'
import { EscalationPolicySchema } from '../../src/escalation/policy'
import { signAndPublish } from '../../src/commands/signAndPublish'
import type { Deps } from '../../src/deps'
import { ESCALATION_LABELS } from '../../src/vocabulary'
import { escalationRow } from '../../src/records/escalationPolicy'
import type { EscalationPolicy } from '../../payload-types'
import type { DemoPeople } from './seedDemo'

/** What the company sets of a label; the rest is as it ships. */
const rowSchema = z.looseObject({ label: z.enum(ESCALATION_LABELS) })

/** Signs the demo company’s escalation policies: its teams, hours and examples, with the words that ship. @returns how many. */
export async function seedEscalation(
  deps: Deps,
  { directory, people }: { directory: string; people: DemoPeople },
): Promise<number> {
  const { payload } = deps
  const file = JSON.parse(await readFile(path.join(directory, 'escalation.json'), 'utf8')) as unknown
  const { author, approver, compliance } = people
  let published = 0
  for (const { label, ...own } of z.array(rowSchema).parse(file)) {
    const where = { label: { equals: label } }
    if ((await payload.count({ collection: 'escalation-policies', where, trash: true })).totalDocs) continue
    const { source: _source, ...ships } = BUILT_IN_POLICIES.get(label)!
    const policy = EscalationPolicySchema.parse({ ...ships, ...own })
    const data = { ...escalationRow(policy), title: ESCALATION_TITLES[label] }
    const { id } = await payload.create({
      collection: 'escalation-policies',
      data: data as unknown as EscalationPolicy,
      user: { ...author, collection: 'users' },
      depth: 0,
    })
    await signAndPublish(deps, {
      collection: 'escalation-policies',
      id,
      author,
      approver,
      cosigner: compliance,
    })
    published++
  }
  return published
}
