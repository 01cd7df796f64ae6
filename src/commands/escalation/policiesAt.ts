import type { Payload } from 'payload'
import { BUILT_IN_POLICIES, ESCALATION_TITLES } from '../../escalation/builtIn'
import { problemsWith } from '../../escalation/floor'
import type { EscalationLabel, EscalationPolicies, PolicyInForce } from '../../escalation/policy'
import { readPolicyMarkdown } from '../../escalation/readPolicyMarkdown'
import { auditHead, signedReleases, type Standing } from '../../database/signedReleases'
import { inForce, windowOf, type Window } from '../../governance/window'
import { sha256 } from '../../governance/hash'
import type { Release } from '../../../payload-types'
import { sentenceOf } from '../../errors'

/** The escalation policies of an instant. */
export interface PoliciesAt {
  /** One of every label: the company’s own where one is in force, else what ships with Vouch. */
  policies: EscalationPolicies
  /** Names all of them together; null where none of the company’s own is in force. */
  id: string | null
  /** Why some that should be in force are not, each as a sentence. */
  faults: string[]
}

/** A release as it was read: its policy, or why it is none. */
interface ReadRelease {
  window: Window
  /** By its row alone, where it is not what was signed. */
  policy: PolicyInForce | null
  label: EscalationLabel
  fault: string | null
}

interface Kept {
  head: string
  readAt: number
  releases: readonly ReadRelease[]
  /** What holds of the instant that was asked for last. */
  sets: Map<string, PoliciesAt>
}

/** How long what was read counts while nothing is governed, in ms: then a row that was changed in the database is noticed too. */
const KEPT_MS = 10_000

const kept = new WeakMap<Payload, Kept>()

/**
 * The escalation policies in force at an instant, each checked against its signatures and against what no policy may say.
 * Never rejects: where they cannot be read, what ships with Vouch holds.
 * @param at epoch ms.
 */
export async function escalationPoliciesAt(
  payload: Payload,
  { at = Date.now(), anew = false }: { at?: number; anew?: boolean } = {},
): Promise<PoliciesAt> {
  try {
    const known = await readKept(payload, anew)
    const current = known.releases.filter(({ window }) => inForce(window, at))
    const key = current
      .map(({ policy, label, fault }) => policy?.source?.releaseId ?? `${label} ${fault}`)
      .join()
    const set = known.sets.get(key) ?? together(current)
    known.sets.set(key, set)
    return set
  } catch (error) {
    return {
      policies: BUILT_IN_POLICIES,
      id: null,
      faults: [`The escalation policies could not be read. ${sentenceOf(error) ?? ''}`.trim()],
    }
  }
}

async function readKept(payload: Payload, anew: boolean): Promise<Kept> {
  const head = await auditHead(payload)
  const known = kept.get(payload)
  if (known?.head === head && !anew && Date.now() - known.readAt < KEPT_MS) return known
  const fresh = { head, readAt: Date.now(), releases: await readReleases(payload), sets: new Map() }
  kept.set(payload, fresh)
  return fresh
}

async function readReleases(payload: Payload): Promise<ReadRelease[]> {
  const { docs } = await payload.db.find<Release>({
    collection: 'releases',
    where: { documentCollection: { equals: 'escalation-policies' } },
    sort: 'validFrom',
    limit: 0,
    pagination: false,
    req: {},
  })
  const standings = await signedReleases(payload, docs)
  return docs.flatMap((release) => readRelease(release, standings.get(release.id)))
}

function readRelease(release: Release, standing: Standing | undefined): ReadRelease[] {
  const window = windowOf(release)
  if (!window || release.withdrawnAt || standing?.withdrawn) return []
  const label = release.kind as EscalationLabel
  const none = { window, label, policy: null }
  if (!standing)
    return [
      { ...none, fault: faultOf(release, 'it is not what was signed. Run: npm run -s vouch -- verify') },
    ]
  const both = {
    validFrom: Math.max(window.validFrom, standing.window.validFrom),
    validTo: earlier(window, standing.window),
  }
  return [{ ...none, ...policyIn(release), window: both }]
}

const earlier = (a: Window, b: Window): number | null =>
  a.validTo === null || b.validTo === null ? (a.validTo ?? b.validTo) : Math.min(a.validTo, b.validTo)

function policyIn(release: Release): Pick<ReadRelease, 'policy' | 'fault'> {
  try {
    const policy = readPolicyMarkdown(release.text)
    const [problem] = problemsWith(policy, release.riskTier)
    if (problem) return { policy: null, fault: faultOf(release, problem) }
    const source = { documentId: release.documentId, version: release.version, releaseId: release.id }
    return { policy: { ...policy, source }, fault: null }
  } catch {
    return {
      policy: null,
      fault: faultOf(release, 'its text is of another version of Vouch. Save and sign it again.'),
    }
  }
}

const faultOf = ({ kind, title, version }: Release, why: string): string =>
  `What ships with Vouch holds for “${ESCALATION_TITLES[kind as EscalationLabel] ?? title}” and not “${title}” v${version}: ${why}`

/** Of two policies of one label the later one holds. */
function together(current: readonly ReadRelease[]): PoliciesAt {
  const own = current.flatMap(({ policy }) => policy ?? [])
  const ids = own.map(({ source }) => source?.releaseId).join()
  return {
    policies: new Map([...BUILT_IN_POLICIES, ...own.map((policy) => [policy.label, policy] as const)]),
    id: own.length > 0 ? `policies-${sha256(ids).slice('sha256:'.length, 'sha256:'.length + 12)}` : null,
    faults: current.flatMap(({ fault }) => fault ?? []),
  }
}

/** Names the policy that decided, for a receipt. */
export const policyName = ({ label, source }: PolicyInForce): string =>
  source ? `${label} ${source.documentId} v${source.version}` : `${label} (ships with Vouch)`

/** What a person may do about the policies, each as a sentence. */
export const escalationAdvice = ({ id, faults }: PoliciesAt): string[] =>
  id === null && faults.length === 0
    ? [
        'No escalation policy is in force: when a person takes over, and what customers are told, is what ships with Vouch. Sign your own in Set-up → Escalation.',
      ]
    : faults
