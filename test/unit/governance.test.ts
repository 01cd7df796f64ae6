import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHashOf, sha256, type SignedContent } from '../../src/governance/hash'
import { missingSignatures, standingApprovals } from '../../src/governance/signatures'
import { decideTransition, RULES, signatureOf } from '../../src/governance/transitions'
import {
  TRANSITIONS,
  type Actor,
  type Approval,
  type Governed,
  type Transition,
} from '../../src/governance/types'
import { nextReview, verificationOf } from '../../src/governance/verification'
import { ROLES, WORKFLOW_STATES, type Role, type WorkflowState } from '../../src/vocabulary'

const person = (id: string, ...roles: Role[]): Actor => ({ id, name: id, roles })
const PAYMENTS = { topic: 'payments', name: 'Payments', approvers: ['ben', 'ann'] }
const LENDING = { topic: 'lending', name: 'Lending', approvers: ['dan'] }
const document = (o: Partial<Governed> = {}): Governed => ({
  collection: 'policies',
  id: 'd',
  title: 'Returns',
  version: 3,
  contentHash: 'sha256:now',
  state: 'draft',
  riskTier: 'standard',
  groups: [PAYMENTS],
  authors: ['ann'],
  owner: 'ann',
  live: true,
  inForce: true,
  scheduled: true,
  openComments: 0,
  ...o,
})
const ann = person('ann', 'author')
const ben = person('ben', 'approver')
const cora = person('cora', 'compliance')
const dan = person('dan', 'approver')
const signedBy = (...actors: Actor[]): Approval[] =>
  actors.map((actor) => signatureOf({ actor, authority: actor, document: document() }))
const decide = (
  transition: Transition,
  actor: Actor,
  o: Partial<Governed> = {},
  approvals: Approval[] = [],
) => decideTransition({ transition, actor, document: document(o), approvals, comment: 'Because.' })

describe('the workflow', () => {
  const always = (to: Partial<Record<WorkflowState, WorkflowState>>) =>
    Object.fromEntries(WORKFLOW_STATES.map((state) => [state, to[state] ?? state]))
  /** Where each transition may start, and where it leads; anything that is not here is refused. */
  const TABLE: Record<Transition, Partial<Record<WorkflowState, WorkflowState>>> = {
    submit: { draft: 'in_review', changes_requested: 'in_review' },
    recall: { in_review: 'draft' },
    request_changes: { in_review: 'changes_requested', approved: 'changes_requested' },
    approve: { in_review: 'approved' },
    publish: { approved: 'scheduled' },
    unschedule: always({ scheduled: 'approved' }),
    withdraw: always({ scheduled: 'withdrawn', published: 'withdrawn' }),
    verify: always({}),
    archive: {
      draft: 'archived',
      changes_requested: 'archived',
      approved: 'archived',
      withdrawn: 'archived',
    },
    restore: { withdrawn: 'draft', archived: 'draft' },
  }
  const cases = TRANSITIONS.flatMap((transition) =>
    WORKFLOW_STATES.map((state) => ({ transition, state, to: TABLE[transition][state] ?? null })),
  )

  it.each(cases)('$transition from $state leads to $to', ({ transition, state, to }) => {
    const actor = transition === 'recall' ? ann : ben
    const live = transition !== 'archive'
    const decision = decide(transition, actor, { state, live }, transition === 'publish' ? signedBy(ben) : [])
    if (to) expect(decision).toEqual({ allowed: true, to })
    else
      expect(decision).toMatchObject({
        allowed: false,
        because: 'state',
        reason: expect.stringMatching(/needs a text that is .*; this one is /),
      })
  })

  it('lets each role do what is its own and nothing else', () => {
    const allowed = Object.fromEntries(
      TRANSITIONS.map((transition) => [
        transition,
        ROLES.filter((role) => {
          const state = RULES[transition].from?.[0] ?? 'published'
          return decide(
            transition,
            person('zoe', role),
            { state, live: transition !== 'archive' },
            signedBy(ben),
          ).allowed
        }),
      ]),
    )
    expect(allowed).toEqual({
      submit: ['author', 'approver', 'admin'],
      recall: [],
      request_changes: ['approver', 'compliance'],
      approve: ['approver', 'compliance'],
      publish: ['author', 'approver', 'compliance', 'admin'],
      unschedule: ['approver', 'compliance', 'admin'],
      withdraw: ['approver', 'compliance', 'admin'],
      verify: ['approver', 'compliance'],
      archive: ['author', 'approver', 'admin'],
      restore: ['author', 'approver', 'admin'],
    })
    expect(decide('verify', ann, { state: 'published', owner: 'ann' }).allowed).toBe(true)
  })

  it('does not let an author sign, whatever their roles, nor anyone sign twice', () => {
    expect(decide('approve', person('ann', ...ROLES), { state: 'in_review' })).toMatchObject({
      because: 'person',
      reason: 'You wrote this version; another approver must sign it.',
    })
    expect(decide('approve', ben, { state: 'in_review' }, signedBy(ben))).toMatchObject({
      because: 'person',
      reason: expect.stringContaining('signed this version already'),
    })
  })

  it('has nothing to withdraw, cancel or verify where nothing is served', () => {
    const nothing = { live: false, inForce: false, scheduled: false }
    for (const transition of ['withdraw', 'unschedule', 'verify'] as const)
      expect(decide(transition, ben, nothing)).toMatchObject({ allowed: false, because: 'person' })
  })

  it('asks for changes only with words: a comment on the step, or one that is open on the text', () => {
    const context = { transition: 'request_changes' as const, actor: ben, approvals: [] }
    const inReview = document({ state: 'in_review' })
    expect(decideTransition({ ...context, document: inReview }).allowed).toBe(false)
    expect(decideTransition({ ...context, document: { ...inReview, openComments: 1 } }).allowed).toBe(true)
  })

  it('does not archive what is served', () => {
    expect(decide('archive', ben, { live: true })).toMatchObject({ because: 'person' })
  })
})

describe('signatures', () => {
  it('a standard text needs one, of someone who did not write it', () => {
    expect(missingSignatures(document(), [])).toContain('an approver who did not write it')
    expect(missingSignatures(document(), signedBy(ann))).not.toBeNull()
    expect(missingSignatures(document(), signedBy(dan))).toBeNull()
  })

  it('a sensitive text needs an approver of its topic, and of the topic that its text in force has', () => {
    const sensitive = document({ riskTier: 'sensitive' })
    expect(missingSignatures(sensitive, signedBy(dan))).toContain('an approver of the topic “Payments”')
    expect(missingSignatures(sensitive, signedBy(ben))).toBeNull()
    const moved = document({ riskTier: 'sensitive', groups: [PAYMENTS, LENDING] })
    const signed = [ben, dan].map((actor) => signatureOf({ actor, authority: actor, document: moved }))
    expect(missingSignatures(moved, signed.slice(0, 1))).toContain('“Lending”')
    expect(missingSignatures(moved, signed)).toBeNull()
    expect(missingSignatures(document({ riskTier: 'sensitive', groups: [] }), signedBy(ben))).toContain(
      'no topic',
    )
  })

  it('says who may sign a sensitive text, also when nobody may yet', () => {
    const sensitive = { state: 'in_review', riskTier: 'sensitive' } as const
    expect(decide('approve', ben, sensitive).allowed).toBe(true)
    expect(decide('approve', dan, sensitive)).toMatchObject({ reason: expect.stringContaining('“Payments”') })
    const empty = { ...sensitive, groups: [{ ...PAYMENTS, approvers: [] }] }
    expect(decide('approve', dan, empty)).toMatchObject({ reason: expect.stringContaining('has none yet') })
  })

  it('a regulated text needs two people, one from compliance', () => {
    const regulated = document({ riskTier: 'regulated' })
    expect(missingSignatures(regulated, [])).toContain('it has 0')
    expect(missingSignatures(regulated, signedBy(cora))).toContain('it has 1')
    expect(missingSignatures(regulated, signedBy(ben, ben))).toContain('it has 1')
    expect(missingSignatures(regulated, signedBy(ben, dan))).toContain('from compliance')
    expect(missingSignatures(regulated, signedBy(ben, cora))).toBeNull()
  })

  it('stand only for the very version, the very content and people who are still no authors', () => {
    const signed = signedBy(dan)
    expect(standingApprovals(document(), signed)).toEqual(signed)
    expect(standingApprovals(document({ version: 4 }), signed)).toEqual([])
    expect(standingApprovals(document({ contentHash: 'sha256:other' }), signed)).toEqual([])
    expect(standingApprovals(document({ authors: ['ann', 'dan'] }), signed)).toEqual([])
  })
})

describe('standing in for someone who is away', () => {
  const eve = (...standsInFor: Actor[]): Actor => ({ ...person('eve', 'author'), standsInFor })

  it('lends the right to sign, and the signature says whose it was', () => {
    expect(decide('approve', eve(), { state: 'in_review' }).allowed).toBe(false)
    expect(decide('approve', eve(dan), { state: 'in_review' }).allowed).toBe(true)
    const regulated = { state: 'in_review', riskTier: 'regulated' } as const
    expect(decide('approve', eve(cora), regulated, signedBy(dan))).toEqual({ allowed: true, to: 'approved' })
    const sensitive = { state: 'in_review', riskTier: 'sensitive' } as const
    expect(decide('approve', eve(dan), sensitive).allowed).toBe(false)
    expect(decide('approve', eve(ben), sensitive)).toEqual({ allowed: true, to: 'approved' })
  })

  it('lends nothing to an author, nothing of an author’s, and one right only once', () => {
    expect(decide('approve', { ...ann, standsInFor: [dan] }, { state: 'in_review' }).allowed).toBe(false)
    expect(decide('approve', eve(person('ann', 'approver')), { state: 'in_review' }).allowed).toBe(false)
    const regulated = { state: 'in_review', riskTier: 'regulated' } as const
    expect(decide('approve', eve(cora), regulated, signedBy(cora)).allowed).toBe(false)
    const byEve = signatureOf({ actor: { id: 'eve' }, authority: cora, document: document() })
    expect(missingSignatures(document({ riskTier: 'regulated' }), [byEve, ...signedBy(cora)])).toContain(
      'it has 1',
    )
  })
})

describe('verification', () => {
  const at = (day: number) => Date.parse('2026-01-01T00:00:00.000Z') + day * 86_400_000

  it('is due at its review date and overdue a fortnight later', () => {
    const reviewAt = nextReview(new Date(at(0)).toISOString(), 30)
    expect([29, 30, 43, 44].map((day) => verificationOf(reviewAt, at(day)))).toEqual([
      'verified',
      'due',
      'due',
      'overdue',
    ])
    expect(verificationOf(null, at(0))).toBe('due')
  })
})

describe('the hash that a signature binds to', () => {
  const content: SignedContent = {
    collection: 'policies',
    title: 'Returns',
    text: 'Thirty days.',
    kind: 'policy',
    audience: 'public',
    riskTier: 'standard',
    topic: null,
    locale: 'en-GB',
    effectiveFrom: null,
    expiresAt: null,
  }

  it('changes with every field, and with nothing else', () => {
    const hashes = Object.keys(content).map((field) => contentHashOf({ ...content, [field]: 'changed' }))
    expect(new Set([contentHashOf(content), ...hashes]).size).toBe(Object.keys(content).length + 1)
    expect(
      contentHashOf(Object.fromEntries(Object.entries(content).reverse()) as unknown as SignedContent),
    ).toBe(contentHashOf(content))
  })

  it('differs for any two texts, and does not confuse a field’s end with the next one’s beginning', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (title, text) => {
        const moved = { ...content, title: `${title}${text}`, text: '' }
        const same = text === ''
        expect(contentHashOf({ ...content, title, text }) === contentHashOf(moved)).toBe(same)
      }),
    )
  })

  it('is the SHA-256 of UTF-8 bytes', () => {
    expect(sha256('café')).toBe('sha256:850f7dc43910ff890f8879c0ed26fe697c93a067ad93a7d50f466a7028a9bf4e')
  })
})
