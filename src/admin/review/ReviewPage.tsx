import type { AdminViewServerProps } from 'payload'
import { NotFoundError } from '../../commands/governedDocument'
import { GOVERNED_COLLECTIONS } from '../../vocabulary'
import { WAITING_HREF } from '../links'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { readViewer } from '../viewer'
import { History } from '../workflow/History'
import { Commenting } from './Commenting'
import { CommentList } from './CommentList'
import { HiddenCharacters } from './HiddenCharacters'
import { ProofsPanel } from './proofs/ProofsPanel'
import { readReview, type Review } from './readReview'
import { ReviewHead } from './ReviewHead'
import { ReviewSide } from './ReviewSide'
import { ReviewTabs, viewOf, type View } from './ReviewTabs'
import { ReviewView } from './ReviewView'

/** One version to be judged: what changed, what was said about it, and the buttons. */
export const ReviewPage = (props: AdminViewServerProps) => (
  <Room view={props} address={`/admin/${[props.params?.segments ?? []].flat().join('/')}`}>
    <Judged {...props} />
  </Room>
)

const Judged = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { payload, user } = initPageResult.req
  const actor = await readViewer(payload, user)
  const [, segment, id] = params?.segments ?? []
  const collection = GOVERNED_COLLECTIONS.find((each) => each === segment)
  if (!actor) return null
  const review =
    collection && id
      ? await readReview({ payload, actor, collection, id }).catch((error: unknown) => {
          if (error instanceof NotFoundError) return null
          throw error
        })
      : null
  return review ? <Found review={review} view={viewOf(searchParams?.['view'])} /> : <Missing />
}

const Found = ({ review, view }: { review: Review; view: View }) => {
  const { workflow, comments, places, effectiveFrom, expiresAt, audience } = review
  const { collection, id, version } = workflow
  return (
    <div className="vouch-review">
      <ReviewHead review={review} />
      <ReviewTabs review={review} view={view} />
      <Commenting collection={collection} id={id} version={version}>
        <div className="vouch-two">
          <div className="vouch-two__main">
            <HiddenCharacters characters={review.hidden} />
            <ReviewView review={review} view={view} />
            <ProofsPanel proofs={review.proofs} workflow={workflow} />
          </div>
          <div className="vouch-review__side">
            <ReviewSide
              workflow={workflow}
              effectiveFrom={effectiveFrom}
              expiresAt={expiresAt}
              audience={audience}
              reportHash={review.proofs.reportHash}
              conflicts={review.proofs.conflicts}
            />
            <CommentList comments={comments} placed={places.map((place) => place.id)} />
            <History entries={workflow.history} />
          </div>
        </div>
      </Commenting>
    </div>
  )
}

const Missing = () => (
  <>
    <RoomHead title="Nothing to review here" trail={[{ label: 'Waiting for me', url: WAITING_HREF }]} />
    <p>
      There is no such text, or it is in the trash. <a href={WAITING_HREF}>See what waits for you</a>.
    </p>
  </>
)
