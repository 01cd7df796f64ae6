import { reviewHref } from '../links'
import type { Review } from './readReview'

const VIEWS = { rendered: 'Rendered', sides: 'Side by side', metadata: 'Metadata' } as const
export type View = keyof typeof VIEWS

/** The view that an address asks for; rendered for any other word. */
export const viewOf = (word: string | string[] | undefined): View =>
  (Object.keys(VIEWS) as View[]).find((each) => each === word) ?? 'rendered'

/** The three ways to look at a change. */
export const ReviewTabs = ({
  review: { workflow, base, metadata },
  view,
}: {
  review: Review
  view: View
}) => {
  const changed = metadata.filter((row) => row.changed).length
  return (
    <nav className="vouch-tabs" aria-label="How to look at it">
      {(Object.entries(VIEWS) as [View, string][])
        .filter(([each]) => each !== 'sides' || base)
        .map(([each, label]) => (
          <a
            key={each}
            href={`${reviewHref(workflow.collection, workflow.id)}?view=${each}`}
            aria-current={each === view ? 'page' : undefined}
          >
            {label}
            {each === 'metadata' && base && (
              <>
                {' '}
                <span className="vouch-tabs__count">{changed} changed</span>
              </>
            )}
          </a>
        ))}
    </nav>
  )
}
