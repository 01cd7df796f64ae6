import { APIError, type CollectionBeforeChangeHook } from 'payload'

/** A document whose text is being served cannot go to the trash: withdraw it first, so that the record says who did. */
export const refuseTrashOfLive: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const served = originalDoc?.liveRelease || originalDoc?.workflowState === 'scheduled'
  if (data['deletedAt'] && !originalDoc?.deletedAt && served)
    throw new APIError(
      'This text is being served. Withdraw it first, then move it to the trash.',
      409,
      undefined,
      true,
    )
  return data
}
