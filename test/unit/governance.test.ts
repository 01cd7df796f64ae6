import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHashOf, sha256, type SignedContent } from '../../src/governance/hash'
import { missingSignatures, standingApprovals } from '../../src/governance/permissions'
import { decideTransition, signatureOf } from '../../src/governance/transitions'
import {
  TRANSITIONS,
  type Actor,
  type Approval,
  type Governed,
  type Transition,
} from '../../src/governance/types'
import { inForce, planActivation, type ReleaseWindow } from '../../src/governance/window'
import { ROLES, WORKFLOW_STATES, type Role, type WorkflowState } from '../../src/vocabulary'

const person = (id: string, ...roles: Role[]): Actor => ({ id, name: id, roles })
const document = (o: Partial<Governed> = {}): Governed => ({
  collection: 'policies',
  id: 'd',
  title: 'Returns',
  version: 3,
  contentHash: 'sha256:now',
  state: 'draft',
  riskTier: 'standard',
  authors: ['ann'],
  live: true,
  ...o,
})
const ann = person('ann', 'author')
const ben = person('ben', 'approver')
const cora = person('cora', 'compliance')
const signedBy = (...actors: Actor[]): Approval[] => actors.map((actor) => signatureOf(actor, document()))

describe('the workflow', () => {
  /** Where each transition may start, and where it leads; anything that is not here is refused. */
  const TABLE: Record<Transition, Partial<Record<WorkflowState, WorkflowState>>> = {
    submit: { draft: 'in_review', changes_requested: 'in_review' },
    request_changes: { in_review: 'changes_requested', approved: 'changes_requested' },
    approve: { in_review: 'approved' },
    publish: { approved: 'published' },
    withdraw: Object.fromEntries(WORKFLOW_STATES.map((state) => [state, 'withdrawn'])),
  }
  const cases = TRANSITIONS.flatMap((transition) =>
    WORKFLOW_STATES.map((state) => ({ transition, state, to: TABLE[transition][state] ?? null })),
  )

  it.each(cases)('$transition from $state leads to $to', ({ transition, state, to }) => {
    const decision = decideTransition({
      transition,
      actor: ben,
      document: document({ state }),
      approvals: transition === 'publish' ? signedBy(ben) : [],
    })
    if (to) expect(decision).toEqual({ allowed: true, to })
    else
      expect(decision).toMatchObject({
        allowed: false,
        because: 'state',
        reason: expect.stringMatching(/needs a text that is .*; this one is /),
      })
  })

  it('lets each role do what is its own and nothing else', () => {
    const start = {
      submit: 'draft',
      request_changes: 'in_review',
      approve: 'in_review',
      publish: 'approved',
      withdraw: 'published',
    } as const
    const allowed = Object.fromEntries(
      TRANSITIONS.map((transition) => [
        transition,
        ROLES.filter(
          (role) =>
            decideTransition({
              transition,
              actor: person('zoe', role),
              document: document({ state: start[transition] }),
              approvals: signedBy(ben),
            }).allowed,
        ),
      ]),
    )
    expect(allowed).toEqual({
      submit: ['author', 'approver', 'admin'],
      request_changes: ['approver', 'compliance'],
      approve: ['approver', 'compliance'],
      publish: ['author', 'approver', 'compliance', 'admin'],
      withdraw: ['approver', 'compliance', 'admin'],
    })
  })

  it('does not let an author sign, whatever their roles, nor anyone sign twice', () => {
    const inReview = document({ state: 'in_review' })
    const everything = person('ann', ...ROLES)
    expect(
      decideTransition({ transition: 'approve', actor: everything, document: inReview, approvals: [] }),
    ).toMatchObject({
      because: 'person',
      reason: 'You wrote this version; another approver must sign it.',
    })
    expect(
      decideTransition({ transition: 'approve', actor: ben, document: inReview, approvals: signedBy(ben) }),
    ).toMatchObject({
      because: 'person',
      reason: expect.stringContaining('signed this version already'),
    })
  })

  it('has nothing to withdraw where nothing is served', () => {
    const decision = decideTransition({
      transition: 'withdraw',
      actor: ben,
      document: document({ live: false }),
      approvals: [],
    })
    expect(decision).toMatchObject({
      because: 'person',
      reason: expect.stringContaining('nothing to withdraw'),
    })
  })
})

describe('signatures', () => {
  it('a standard or sensitive text needs one, of someone who did not write it', () => {
    for (const riskTier of ['standard', 'sensitive'] as const) {
      expect(missingSignatures(document({ riskTier }), [])).toContain('an approver who did not write it')
      expect(missingSignatures(document({ riskTier }), signedBy(ann))).not.toBeNull()
      expect(missingSignatures(document({ riskTier }), signedBy(ben))).toBeNull()
    }
  })

  it('a regulated text needs two people, one from compliance', () => {
    const regulated = document({ riskTier: 'regulated' })
    expect(missingSignatures(regulated, [])).toContain('it has 0')
    expect(missingSignatures(regulated, signedBy(cora))).toContain('it has 1')
    expect(missingSignatures(regulated, signedBy(ben, ben))).toContain('it has 1')
    expect(missingSignatures(regulated, signedBy(ben, person('dan', 'approver')))).toContain(
      'from compliance',
    )
    expect(missingSignatures(regulated, signedBy(ben, cora))).toBeNull()
  })

  it('stand only for the very version, the very content and people who are still no authors', () => {
    const [signature] = signedBy(ben)
    if (!signature) throw new Error('no signature')
    expect(standingApprovals(document(), [signature])).toEqual([signature])
    expect(standingApprovals(document({ version: 4 }), [signature])).toEqual([])
    expect(standingApprovals(document({ contentHash: 'sha256:other' }), [signature])).toEqual([])
    expect(standingApprovals(document({ authors: ['ann', 'ben'] }), [signature])).toEqual([])
  })
})

describe('putting releases in force', () => {
  const DAY = 1_000
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 5 }),
    effectiveIn: fc.option(fc.integer({ min: -8, max: 8 })),
    expiresIn: fc.option(fc.integer({ min: -8, max: 12 })),
    withdraw: fc.boolean(),
  })
  type Step = { wait: number; effectiveIn: number | null; expiresIn: number | null; withdraw: boolean }

  /** What the worker and the withdrawal do to a document's releases, step by step. */
  const play = (
    steps: Step[],
    onActivated: (o: { before: ReleaseWindow[]; after: ReleaseWindow[]; now: number; id: string }) => void,
  ) => {
    let now = 100 * DAY
    let releases: ReleaseWindow[] = []
    steps.forEach(({ wait, effectiveIn, expiresIn, withdraw }, i) => {
      now += wait * DAY
      const id = `r${i}`
      const plan = planActivation({
        effectiveFrom: effectiveIn === null ? null : now + effectiveIn * DAY,
        expiresAt: expiresIn === null ? null : now + expiresIn * DAY,
        others: releases,
        now,
      })
      const before = releases
      const ended = new Map(plan.ending.map((release) => [release.id, release]))
      releases = [
        ...before.map((release) => ended.get(release.id) ?? release),
        { id, validFrom: plan.validFrom, validTo: plan.validTo },
      ]
      onActivated({ before, after: releases, now, id })
      if (withdraw)
        releases = releases.map((release) =>
          release.validTo !== null && release.validTo <= now
            ? release
            : { ...release, validTo: Math.max(release.validFrom, now) },
        )
    })
    return releases
  }
  /** Every instant at which anything changes, and those beside it. */
  const instantsOf = (releases: readonly ReleaseWindow[]): number[] =>
    releases
      .flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom])
      .flatMap((at) => [at - 1, at, at + 1])
  const inForceAt = (releases: readonly ReleaseWindow[], at: number): string[] =>
    releases.filter((release) => inForce(release, at)).map(({ id }) => id)

  it('at no instant are two releases of a document in force', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const releases = play(steps, () => {})
        for (const at of instantsOf(releases)) expect(inForceAt(releases, at).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })

  it('what was in force at a past instant stays what was in force then', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        play(steps, ({ before, after, now }) => {
          for (const at of instantsOf(after).filter((instant) => instant < now))
            for (const id of inForceAt(before, at)) expect(inForceAt(after, at)).toEqual([id])
        })
      }),
      { numRuns: 500 },
    )
  })

  it('a release without dates is in force from now on, and the one before ends at that instant', () => {
    const others = [{ id: 'old', validFrom: 10, validTo: null }]
    expect(planActivation({ effectiveFrom: null, expiresAt: null, others, now: 50 })).toEqual({
      validFrom: 50,
      validTo: null,
      ending: [{ id: 'old', validFrom: 10, validTo: 50 }],
    })
  })

  it('a text for later leaves the present one in force until then', () => {
    const others = [{ id: 'old', validFrom: 10, validTo: null }]
    const plan = planActivation({ effectiveFrom: 90, expiresAt: null, others, now: 50 })
    expect(plan).toMatchObject({ validFrom: 90, ending: [{ id: 'old', validTo: 90 }] })
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
