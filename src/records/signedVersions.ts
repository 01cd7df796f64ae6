import type { Approval, Release } from '../../payload-types'
import type { SignedVersion } from '../governance/heldTier'
import { may } from '../governance/permissions'
import { idOf } from './content'

type SignedRelease = Pick<Release, 'version' | 'riskTier' | 'topic'>
type Signature = Pick<Approval, 'version' | 'decision' | 'approverRoles' | 'riskTier'>

/** The versions of one document that were released, or signed and never released, from their rows. */
export const signedVersions = (
  releases: readonly SignedRelease[],
  approvals: readonly Signature[],
): SignedVersion[] => {
  const given = approvals.filter(({ decision }) => decision === 'approved')
  const byCompliance = (version: number) =>
    given.some(
      (each) => each.version === version && may({ roles: each.approverRoles ?? [] }, 'signForCompliance'),
    )
  const released = new Set(releases.map(({ version }) => version))
  return [
    ...releases.map(({ version, riskTier, topic }) => ({
      version,
      riskTier,
      topic: idOf(topic),
      released: true,
      byCompliance: byCompliance(version),
    })),
    ...given.flatMap(({ version, riskTier }) =>
      riskTier && !released.has(version)
        ? [{ version, riskTier, topic: null, released: false, byCompliance: false }]
        : [],
    ),
  ]
}
