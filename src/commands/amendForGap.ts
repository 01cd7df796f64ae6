import { findWorkingRow, titleOf } from '../records/workingRow'
import type { Gap } from '../../payload-types'
import type { GovernedCollection } from '../vocabulary'
import { GapRefused, onOpenGap, recordGapAct, type GapContext } from './gapActions'
import { updateGap } from './gaps/gapRows'
import { NotFoundError } from './governedDocument'

/**
 * Says which text will be mended so that a gap closes: the one that is about it and lacks the fact. The text itself is as
 * it was; whoever opens it has the gap beside it.
 * @throws {GapRefused} when another text was named or started already. @throws {NotFoundError}
 */
export const amendForGap = (
  context: GapContext,
  { id, document }: { id: string; document: { collection: GovernedCollection; id: string } },
): Promise<Gap> =>
  onOpenGap(context, id, async ({ req, gap }) => {
    if (gap.draft)
      throw new GapRefused(
        'conflict',
        'A text is being written or mended for this gap already. Open that one.',
        gap.state,
      )
    const row = await findWorkingRow(req.payload, { ...document, req })
    if (!row) throw new NotFoundError('The text that came nearest is no longer there.')
    await updateGap(req, gap.id, {
      draft: { relationTo: document.collection, value: document.id } as Gap['draft'],
      state: 'drafting',
      ...(!gap.owner && { owner: context.user.id }),
    })
    await recordGapAct(context, req, gap, 'amend_started', { ...document, title: titleOf(row) })
  })
