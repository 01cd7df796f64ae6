'use client'

import { Moment } from '../time/Moment'
import { CommentButton } from './Commenting'
import type { ReviewComment } from './readComments'
import { ResolveButton } from './ResolveButton'

interface CommentListProps {
  comments: readonly ReviewComment[]
  /** Ids of comments whose words are in the text. */
  placed: readonly string[]
}

/** What was said about the text; what was dealt with is folded. */
export const CommentList = ({ comments, placed }: CommentListProps) => {
  const open = comments.filter(({ resolved }) => !resolved)
  const done = comments.filter(({ resolved }) => resolved)
  return (
    <section id="comments" className="vouch-comments" aria-label="Comments">
      <h3>
        Comments <span className="vouch-quiet">{open.length} open</span>
      </h3>
      {open.length === 0 && (
        <p className="vouch-quiet">
          Select words in the text to comment on them. Its authors are told, and the words are marked.
        </p>
      )}
      <ol className="vouch-comments__list">
        {open.map((comment, index) => (
          <CommentView
            key={comment.id}
            comment={comment}
            number={index + 1}
            placed={placed.includes(comment.id)}
          />
        ))}
      </ol>
      <CommentButton />
      {done.length > 0 && (
        <details className="vouch-later">
          <summary>{done.length} resolved</summary>
          <ol className="vouch-comments__list">
            {done.map((comment) => (
              <CommentView key={comment.id} comment={comment} number={null} placed={false} />
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

const CommentView = ({
  comment: { id, body, author, at, version, exact, resolved },
  number,
  placed,
}: {
  comment: ReviewComment
  number: number | null
  placed: boolean
}) => (
  <li id={`comment-${id}`} className="vouch-comment">
    <div className="vouch-entry">
      <span>
        {number !== null && <span className="vouch-cite vouch-cite--first">{number}</span>}
        <strong>{author}</strong> <span className="vouch-quiet">on v{version}</span>
      </span>
      <span className="vouch-quiet">
        <Moment at={at} />
      </span>
    </div>
    {exact && (
      <q className="vouch-comment__quote">{placed ? <a href={`#passage-${id}`}>{exact}</a> : exact}</q>
    )}
    {exact && !placed && !resolved && <p className="vouch-why">These words are no longer in the text.</p>}
    <p className="vouch-comment__body">{body}</p>
    {resolved ? (
      <p className="vouch-quiet">
        Resolved by {resolved.by} <Moment at={resolved.at} />
      </p>
    ) : (
      <ResolveButton id={id} about={body} />
    )}
  </li>
)
