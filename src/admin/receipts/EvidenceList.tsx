import type { Approval } from '../../../payload-types'
import type { Verification } from '../../governance/verification'
import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import { Moment } from '../time/Moment'
import { rolesWords } from '../words'
import type { Evidence } from './readEvidence'
import { Stale } from './Stale'

/** Each citation in its passage, with its version, its window and its signatures. */
export const EvidenceList = ({
  evidence,
  verifications,
}: {
  evidence: readonly Evidence[]
  /** Whether each release was still vouched for when it was used, by its id. */
  verifications: ReadonlyMap<string, Verification | null>
}) => (
  <ol className="vouch-evidence">
    {evidence.map((item) => (
      <Cited
        key={item.citation.number}
        evidence={item}
        verification={verifications.get(item.citation.releaseId) ?? null}
      />
    ))}
  </ol>
)

const Cited = ({ evidence, verification }: { evidence: Evidence; verification: Verification | null }) => {
  const { citation, release, before, quote, after, approvals, intact } = evidence
  return (
    <li id={`citation-${citation.number}`}>
      <div className="vouch-inline">
        <span className="vouch-cite" aria-hidden="true">
          {citation.number}
        </span>
        <a href={documentHref(citation.document.collection, citation.document.id)}>
          {citation.document.title}
        </a>
        <span className="vouch-quiet">
          <a href={documentHref('releases', citation.releaseId)}>version {citation.version}</a>
          {citation.headingPath.length > 0 && ` · ${citation.headingPath.join(' › ')}`}
        </span>
        <Stale of={verification} />
      </div>
      <blockquote className="vouch-passage__text">
        <Markdown
          text={`${before}${quote}${after}`}
          marks={[{ start: before.length, end: before.length + quote.length, number: 0 }]}
          excerpt
          label={`The passage of citation ${citation.number}`}
        />
      </blockquote>
      <dl className="vouch-facts">
        <dt>In force</dt>
        <dd>
          from <Moment at={release?.validFrom ?? citation.validFrom} as="exact" />{' '}
          {release?.validTo ? (
            <>
              to <Moment at={release.validTo} as="exact" />
            </>
          ) : (
            'until replaced'
          )}
        </dd>
        {verification && (
          <>
            <dt>Still true then</dt>
            <dd>{VERIFICATION_WORDS[verification]}</dd>
          </>
        )}
        <dt>Signed by</dt>
        <dd>
          {approvals.length
            ? approvals.map((approval) => <Signed key={approval.id} approval={approval} />)
            : 'Not on record'}
        </dd>
        <dt>Published by</dt>
        <dd>
          {release && typeof release.publishedBy === 'object' ? release.publishedBy.name : 'Not on record'}
        </dd>
        <dt>Text</dt>
        <dd>
          {intact ? '✓ unchanged since it was signed' : '✗ not as it was signed: do not rely on it'}{' '}
          <code className="vouch-hash">{release?.textHash ?? citation.contentHash}</code>
        </dd>
      </dl>
    </li>
  )
}

const VERIFICATION_WORDS: Record<Verification, string> = {
  verified: 'confirmed, and not yet due for review',
  due: 'due for review: nobody had confirmed it again yet',
  overdue: 'overdue: nobody confirmed it in time',
}

const Signed = ({ approval }: { approval: Approval }) => (
  <span className="vouch-block">
    {typeof approval.approver === 'object' ? approval.approver.name : 'A person who has left'} (
    {rolesWords(approval.approverRoles ?? [])}), <Moment at={approval.createdAt} as="exact" />
  </span>
)
