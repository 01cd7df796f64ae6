import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bot, User } from '../../payload-types'
import type { Deps } from '../../src/deps'
import { drawMonth } from './askings'
import { checkMonth, type MonthReport } from './checkMonth'
import { checkProof, type ProofReport } from './checkProof'
import { readCompany, type Half } from './company'
import { writeTexts } from './writeTexts'

/**
 * A month at Larkrow in an empty installation: its texts published, its customers’ messages asked, and what became of the gaps.
 * @param begin publishes the first folder. @param publish brings another in, signed and in force, and waits for all that follows.
 */
export async function runMonth(
  deps: Deps,
  o: {
    half: Half
    questions: number
    random: () => number
    begin: (folder: string) => Promise<{ bot: Bot; approver: User }>
    publish: (folder: string, approver: User) => Promise<void>
    withdraw: (title: string, approver: User) => Promise<void>
    onAsked?: (done: number) => void
  },
): Promise<MonthReport & { proof: ProofReport }> {
  const company = await readCompany()
  const folder = await mkdtemp(path.join(tmpdir(), 'vouch-month-'))
  try {
    const known = company.topics.filter(({ missing }) => !missing)
    await writeTexts(
      path.join(folder, 'known'),
      known.map(({ id, title, fact }) => ({ id, title, text: fact })),
    )
    const { bot, approver } = await o.begin(path.join(folder, 'known'))
    const month = await checkMonth(deps, { ...o, bot, company, askings: drawMonth({ ...o, company }) })
    const proof = await checkProof(deps, {
      company,
      folder,
      publish: (texts) => o.publish(texts, approver),
      withdraw: (title) => o.withdraw(title, approver),
    })
    return { ...month, proof }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
