import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { amendForGap } from '../../src/commands/amendForGap'
import { assignGap, dismissGap, GapRefused, startDraft } from '../../src/commands/gapActions'
import { useInstallation } from './installation'

describe('working on a gap', () => {
  const vouch = useInstallation()
  let bot = ''

  beforeAll(async () => {
    const { id } = await vouch.payload.create({
      collection: 'bots',
      data: {
        name: 'Partner desk',
        audiences: ['partner', 'customer'],
        scopes: ['answer'],
        requestsPerMinute: 60,
      },
    })
    bot = id
  })

  const gap = async (question: string, state = 'open'): Promise<string> => {
    const id = randomUUID()
    await vouch.payload.db.create({
      collection: 'gaps',
      data: {
        id,
        question,
        state,
        reason: 'no_coverage',
        seen: 3,
        people: 2,
        lastSeenAt: new Date().toISOString(),
        bot,
      },
      req: {},
    })
    return id
  }
  const as = (name: string) => ({ payload: vouch.payload, user: vouch.user(name) })
  const auditOf = async (subjectId: string) => {
    const { docs } = await vouch.payload.find({
      collection: 'audit-log',
      where: { subjectId: { equals: subjectId } },
      sort: 'createdAt',
    })
    return docs.map(({ action, actorName }) => `${actorName} ${action}`)
  }

  it('assigns it to a person, and leaves an audit row', async () => {
    const id = await gap('Who repairs it?')
    const owner = vouch.user('quinn').id
    expect(await assignGap(as('quinn'), { id, owner })).toMatchObject({ owner, state: 'open' })
    expect(await assignGap(as('quinn'), { id, owner: null })).toMatchObject({ owner: null })
    expect(await auditOf(id)).toEqual(['quinn gap.assigned', 'quinn gap.assigned'])
  })

  it('starts one draft with the question, for the audience of the bot that was asked', async () => {
    const id = await gap(`  Do you ship\n to ${'Norway '.repeat(80)}?`)
    const { gap: started, draftId } = await startDraft(as('ann'), { id, collection: 'faqs' })
    expect(started).toMatchObject({ state: 'in_progress', owner: vouch.user('ann').id })
    const draft = await vouch.payload.findByID({ collection: 'faqs', id: draftId, depth: 0 })
    expect(draft).toMatchObject({
      workflowState: 'draft',
      version: 1,
      audience: 'partner',
      authors: [vouch.user('ann').id],
    })
    expect(draft.question).toMatch(/^Do you ship to Norway/)
    expect(draft.question.length).toBeLessThanOrEqual(300)
    await expect(startDraft(as('ann'), { id, collection: 'policies' })).rejects.toThrow('A draft was started')
    expect(await auditOf(id)).toEqual(['ann gap.draft_started'])
  })

  it('names the text that lacks the fact, once, and leaves it as it is', async () => {
    const id = await gap('How long is the warranty of a laptop?')
    const { draftId } = await startDraft(as('ann'), { id: await gap('Warranty?'), collection: 'policies' })
    const document = { collection: 'policies' as const, id: draftId }
    const before = await vouch.payload.findByID({ ...document, depth: 0 })
    const amended = await amendForGap(as('quinn'), { id, document })
    expect(amended).toMatchObject({ state: 'in_progress', owner: vouch.user('quinn').id })
    expect(amended.draft).toMatchObject({ relationTo: 'policies', value: draftId })
    const { docs } = await vouch.payload.find({
      collection: 'gaps',
      where: { 'draft.value': { equals: draftId } },
      depth: 0,
    })
    expect(docs.map((each) => each.id)).toContain(id)
    expect(await vouch.payload.findByID({ ...document, depth: 0 })).toEqual(before)
    await expect(amendForGap(as('quinn'), { id, document })).rejects.toThrow('already')
    const nowhere = { collection: 'faqs' as const, id: randomUUID() }
    const other = await gap('Nowhere?')
    await expect(amendForGap(as('quinn'), { id: other, document: nowhere })).rejects.toThrow(
      'no longer there',
    )
    expect(await auditOf(id)).toEqual(['quinn gap.amend_started'])
  })

  it('never lets the empty draft of a gap be sent for review', async () => {
    const id = await gap('Is it waterproof?')
    const { draftId } = await startDraft(as('ann'), { id, collection: 'faqs' })
    await expect(vouch.act('ann', 'submit', { id: draftId }, 'faqs')).rejects.toThrow(
      '“Is it waterproof?” has no text yet',
    )
  })

  it('dismisses it with a reason, once', async () => {
    const id = await gap('Who will win the election?')
    const dismissed = await dismissGap(as('quinn'), { id, reason: 'not_ours', note: 'Politics.' })
    expect(dismissed).toMatchObject({ state: 'dismissed', note: 'Not ours: Politics.' })
    const again = dismissGap(as('quinn'), { id, reason: 'not_ours', note: 'Politics.' })
    await expect(again).rejects.toMatchObject({ because: 'conflict', state: 'dismissed' })
    expect(await auditOf(id)).toEqual(['quinn gap.dismissed'])
  })

  it('refuses those who do not work on gaps, and changes nothing', async () => {
    const id = await gap('Can I pay by invoice?')
    const refused = assignGap(as('cora'), { id, owner: vouch.user('cora').id })
    await expect(refused).rejects.toBeInstanceOf(GapRefused)
    const { owner } = await vouch.payload.findByID({ collection: 'gaps', id, depth: 0 })
    expect(owner ?? null).toBeNull()
    expect(await auditOf(id)).toEqual([])
  })

  it('stores nothing when the person to assign does not exist', async () => {
    const id = await gap('Is there parking?')
    await expect(assignGap(as('quinn'), { id, owner: 'nobody' })).rejects.toThrow('There is no person')
    expect(await auditOf(id)).toEqual([])
  })
})
