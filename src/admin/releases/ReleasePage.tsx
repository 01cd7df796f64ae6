import { Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import type { Approval, Release } from '../../../payload-types'
import { sha256 } from '../../governance/hash'
import { documentHref } from '../links'
import { Markdown } from '../Markdown'
import { readNames } from '../people/readNames'
import { RoomHead } from '../RoomHead'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { rolesWords, sentence, STATE_WORDS } from '../words'
import { releaseLines } from '../workflow/releaseLines'

/** One signed version as it was published: what bots quote. Nothing of its text can change. */
export const ReleasePage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  if (!docID || req.user?.collection !== 'users') return null
  const release = await req.payload.findByID({ collection: 'releases', id: String(docID), depth: 1 })
  const approvals = release.approvals.filter((approval) => typeof approval === 'object')
  const people = [...approvals.map(({ approver }) => idIn(approver)), idIn(release.publishedBy)]
  const names = await readNames(req.payload, people)
  const home = documentHref(release.documentCollection, release.documentId)
  return (
    <Gutter className="vouch-room vouch-release">
      <RoomHead
        title={release.title}
        crumb={`Version ${release.version}`}
        trail={[{ label: release.title, url: home }]}
        line={<Line release={release} home={home} />}
      />
      <div className="vouch-two">
        <div className="vouch-two__main">
          <Markdown text={release.text} />
        </div>
        <aside className="vouch-two__side" aria-label="What was signed">
          <Signed release={release} approvals={approvals} names={names} />
        </aside>
      </div>
    </Gutter>
  )
}

const Line = ({ release, home }: { release: Release; home: string }) => {
  const line = lineNow(release)
  return (
    <div className="vouch-inline">
      {line && <StatePill state={line.state}>{STATE_WORDS[line.state]}</StatePill>}
      <span>Version {release.version}, as it was signed and published</span>
      <a href={home}>Open the document</a>
    </div>
  )
}

const lineNow = (release: Release) => releaseLines([release], Date.now())[0]

const Signed = ({
  release,
  approvals,
  names,
}: {
  release: Release
  approvals: Approval[]
  names: ReadonlyMap<string, string>
}) => (
  <dl className="vouch-facts">
    <dt>In force</dt>
    <dd>
      {release.validFrom ? <Moment at={release.validFrom} as="exact" /> : 'not yet'}
      {release.validTo && (
        <>
          {' '}
          to <Moment at={release.validTo} as="exact" />
        </>
      )}
    </dd>
    <dt>May be told to</dt>
    <dd>{sentence(release.audience)}</dd>
    <dt>Risk tier</dt>
    <dd>{sentence(release.riskTier)}</dd>
    <dt>Signed by</dt>
    <dd>
      {approvals.map((approval) => (
        <span key={approval.id} className="vouch-block">
          {names.get(idIn(approval.approver)) ?? 'A person who has left'} (
          {rolesWords(approval.approverRoles ?? [])}), <Moment at={approval.createdAt} />
        </span>
      ))}
    </dd>
    <dt>Published by</dt>
    <dd>{names.get(idIn(release.publishedBy)) ?? 'A person who has left'}</dd>
    <dt>Text</dt>
    <dd>
      {sha256(release.text) === release.textHash
        ? '✓ unchanged since it was signed'
        : '✗ not as it was signed: do not rely on it'}{' '}
      <code className="vouch-hash">{release.textHash}</code>
    </dd>
  </dl>
)

const idIn = (relation: string | { id: string }): string =>
  typeof relation === 'string' ? relation : relation.id
