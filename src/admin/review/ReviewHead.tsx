import { documentHref, WAITING_HREF } from '../links'
import { RoomHead } from '../RoomHead'
import { Moment } from '../time/Moment'
import { counted, sentence, STATE_WORDS } from '../words'
import type { Review } from './readReview'

/** Which versions are compared, who wrote the new one, and whose signatures it needs. */
export const ReviewHead = ({ review: { workflow, base, sentAt } }: { review: Review }) => (
  <RoomHead
    title={workflow.title}
    crumb="Review"
    trail={[{ label: 'Waiting for me', url: WAITING_HREF }]}
    line={
      <div className="vouch-inline">
        <strong className="vouch-versions">
          {base ? `v${base.version} → v${workflow.version}` : `v${workflow.version}, the first`}
        </strong>
        <span>written by {workflow.authors.join(', ') || 'nobody on record'}</span>
        {sentAt && (
          <span>
            sent <Moment at={sentAt} />
          </span>
        )}
        <span>
          <span className={`vouch-tier vouch-tier--${workflow.riskTier}`}>{sentence(workflow.riskTier)}</span>
          : {needs(workflow)}
        </span>
        {base && base.state !== 'published' && (
          <span>
            v{base.version} is {STATE_WORDS[base.state].toLowerCase()}
          </span>
        )}
        <a href={documentHref(workflow.collection, workflow.id)}>Open the document</a>
      </div>
    }
  />
)

const needs = ({ riskTier, needed, signatures }: Review['workflow']): string =>
  `needs ${counted(needed, 'signature')}${
    riskTier === 'regulated'
      ? ', one of them compliance'
      : riskTier === 'sensitive'
        ? ' of the topic’s approvers'
        : ''
  } (${Math.min(signatures.length, needed)} of ${needed})`
