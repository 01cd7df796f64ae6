import { may } from '../../governance/permissions'
import type { Actor } from '../../governance/types'

/** What will appear where nothing waits, and what to do to see it. */
export const NothingWaits = ({ viewer, room = false }: { viewer: Actor; room?: boolean }) => (
  <div className={`vouch-empty${room ? ' vouch-empty--room' : ''}`}>
    <p>Nothing waits for you.</p>
    <p className="vouch-quiet">
      {[viewer, ...(viewer.standsInFor ?? [])].some((each) => may(each, 'reviewTexts'))
        ? 'Texts that others send for review will appear here for you to sign, the riskiest and oldest first.'
        : may(viewer, 'writeTexts')
          ? 'Your texts will appear here when someone asks for changes, when they are signed and can be published, or when they must be confirmed.'
          : 'Texts that you own will appear here when someone must confirm that they are still true. An admin or an author names owners on the text.'}{' '}
      {may(viewer, 'writeTexts') && (
        <>
          To see one, <a href="/admin/collections/policies/create">write a policy</a> or{' '}
          <a href="/admin/collections/faqs/create">an FAQ</a> and send it for review.
        </>
      )}
    </p>
  </div>
)
