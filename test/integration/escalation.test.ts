import { beforeAll, describe, expect, it } from 'vitest'
import type { EscalationPolicy as Row } from '../../payload-types'
import { escalationPoliciesAt } from '../../src/commands/escalation/policiesAt'
import { readEscalation } from '../../src/commands/escalation/readEscalation'
import { tryMessage } from '../../src/commands/escalation/tryMessage'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { BUILT_IN_POLICIES, policyOf } from '../../src/escalation/builtIn'
import {
  EscalationPolicySchema,
  type EscalationLabel,
  type EscalationPolicy,
} from '../../src/escalation/policy'
import { escalationRow } from '../../src/records/escalationPolicy'
import { publishBackground } from './background'
import { useInstallation } from './installation'

const vouch = useInstallation()
const collection = 'escalation-policies'

/** A draft by Ann of what ships, with changes. */
const draft = (label: EscalationLabel, changes: Partial<EscalationPolicy> = {}): Promise<Row> => {
  const ships = EscalationPolicySchema.strip().parse(policyOf(BUILT_IN_POLICIES, label))
  return vouch.payload.create({
    collection,
    data: { title: `When ${label}`, ...escalationRow({ ...ships, ...changes }) } as unknown as Row,
    ...vouch.as('ann'),
    depth: 0,
  })
}

const sign = async (row: Row, signers = ['ben']): Promise<void> => {
  await vouch.act('ann', 'submit', row, collection)
  for (const signer of signers) await vouch.act(signer, 'approve', row, collection)
  await vouch.act('ben', 'publish', row, collection)
  await vouch.work()
}

const receiptOf = async (receiptId: string) =>
  (await vouch.rows('answers', { id: { equals: receiptId } }))[0]!

const COMPLAINS = 'I want to make a complaint about your service'

describe('escalation policies', () => {
  let complaint: Row

  beforeAll(async () => {
    await publishBackground(vouch)
    complaint = await draft('complaint', {
      queue: 'front desk',
      urgency: 'high',
      words: [{ locale: 'en', text: 'We have heard you, and Marta will ring you today.', outside: null }],
      steps: ['Ring them today.'],
    })
  })

  it('decide nothing before they are signed: what ships holds, and the receipt says so', async () => {
    const answer = await vouch.ask(COMPLAINS)
    expect(answer).toMatchObject({ outcome: 'escalated', reason: 'complaint' })
    expect(answer.message).toMatch(/I am sorry about this/)
    expect((await receiptOf(answer.receiptId)).versions).toMatchObject({
      escalationPolicies: null,
      escalatedBy: 'complaint (ships with Vouch)',
    })
  })

  it('are signed by somebody else, and then say what the customer is told, who takes over and what they do first', async () => {
    await expect(vouch.act('ann', 'approve', complaint, collection)).rejects.toThrow()
    await sign(complaint)
    const answer = await vouch.ask(COMPLAINS)
    expect(answer).toMatchObject({
      message: 'We have heard you, and Marta will ring you today.',
      handover: { queue: 'front desk', urgency: 'high' },
    })
    const [handover] = await vouch.rows('handovers', { receipt: { equals: answer.receiptId } })
    expect(handover!.package).toMatchObject({ nextSteps: ['Ring them today.'], role: 'escalate' })
    expect((await receiptOf(answer.receiptId)).versions).toMatchObject({
      escalationPolicies: expect.stringMatching(/^policies-[0-9a-f]{12}$/),
      escalatedBy: `complaint ${complaint.id} v1`,
    })
  })

  it('are the past’s for a question about the past', async () => {
    const trial = await vouch.attempt(COMPLAINS, Date.now() - 3_600_000)
    expect(JSON.stringify(trial)).toMatch(/I am sorry about this/)
  })

  it('are in no index, and no bot quotes them', async () => {
    const [release] = await vouch.rows('releases', { documentId: { equals: complaint.id } })
    expect(release).toMatchObject({ audience: 'internal', kind: 'complaint', riskTier: 'standard' })
    expect(await vouch.rows('chunks', { release: { equals: release!.id } })).toEqual([])
    const bot = await vouch.bot({ audiences: ['public', 'internal'] })
    const answer = await vouch.ask('Who will ring the customer today?', { bot })
    expect(answer.outcome).not.toBe('answered')
    const report = await verifyInstallation(vouch.deps)
    expect(report.breaks).toEqual([])
  })

  it('of a life at stake are regulated, cannot be switched off, and are one for each label', async () => {
    await expect(draft('self_harm', { role: 'resolve' })).rejects.toThrow(/always goes to a person/)
    await expect(draft('safety', { threshold: 0.8 })).rejects.toThrow(/may not need more than 0.5/)
    await expect(draft('complaint')).rejects.toThrow(/has a policy already/)
    const safety = await draft('safety', { queue: 'duty officer' })
    expect(safety.riskTier).toBe('regulated')
    await vouch.act('ann', 'submit', safety, collection)
    await vouch.act('ben', 'approve', safety, collection)
    await expect(vouch.act('ben', 'publish', safety, collection)).rejects.toThrow(/in review/)
  })

  it('that were changed in the database are not followed: what ships holds, and receipt and doctor name the fault', async () => {
    const { rowsAffected } = (
      await vouch.sql({
        sql: `UPDATE releases SET text = replace(text, 'Marta', 'Nobody') WHERE document_id = ?`,
        args: [complaint.id],
      })
    )[0]!
    expect(rowsAffected).toBe(1)
    const { faults } = await escalationPoliciesAt(vouch.payload, { anew: true })
    expect(faults).toEqual([
      expect.stringMatching(/^What ships with Vouch holds for “Complaint”.*not what was signed/),
    ])
    const answer = await vouch.ask(COMPLAINS)
    expect(answer.message).toMatch(/I am sorry about this/)
    expect((await receiptOf(answer.receiptId)).versions).toMatchObject({ escalationFaults: faults[0] })
    await vouch.sql({
      sql: `UPDATE releases SET text = replace(text, 'Nobody', 'Marta') WHERE document_id = ?`,
      args: [complaint.id],
    })
    await escalationPoliciesAt(vouch.payload, { anew: true })
  })

  it('are tried with a message before they are signed: what would happen now, and with the draft', async () => {
    const row = await draft('cancellation', { role: 'resolve' })
    const message = 'Please cancel my contract for me'
    const before = await tryMessage(vouch.deps, { message, locale: 'en-GB' })
    expect(before.inForce.handedOver).toMatchObject({
      label: 'cancellation',
      policy: 'cancellation (ships with Vouch)',
    })
    expect(before.draft).toEqual({ handedOver: null, message: null })
    expect(before.labels[0]!.probability).toBeGreaterThan(0)
    const { labels, own } = await readEscalation(vouch.payload)
    expect(own).toBe(1)
    expect(labels.find(({ label }) => label === 'cancellation')).toMatchObject({
      hasDraft: true,
      row: { id: row.id },
    })
    const complaints = labels.find(({ label }) => label === 'complaint')
    expect(complaints).toMatchObject({ queue: 'front desk', hasDraft: false })
    expect(complaints!.fired).toBe((await vouch.rows('answers', { reason: { equals: 'complaint' } })).length)
  })

  it('end when they are withdrawn', async () => {
    await vouch.act('ben', 'withdraw', complaint, collection, { comment: 'No longer.' })
    const answer = await vouch.ask(COMPLAINS)
    expect(answer.message).toMatch(/I am sorry about this/)
  })

  it('take no more than a millisecond of an answer', async () => {
    await sign(await draft('frustration', { always: ['gone walkabout'] }))
    await escalationPoliciesAt(vouch.payload)
    const times: number[] = []
    for (let i = 0; i < 50; i++) {
      const started = performance.now()
      await escalationPoliciesAt(vouch.payload)
      times.push(performance.now() - started)
    }
    expect(times.toSorted((a, b) => a - b)[25]).toBeLessThan(1)
  })
})
