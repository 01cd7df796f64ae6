import { Banner } from '@payloadcms/ui'
import type { Payload } from 'payload'
import { readPeopleWithRights } from '../../records/rights/peopleWithRights'
import { may } from '../../governance/permissions'
import { oneAdminAdvice } from '../../governance/rights'
import type { Actor } from '../../governance/types'

/** Says, to whoever could change it, that one person alone decides who may sign. */
export const OneAdmin = async ({ payload, viewer }: { payload: Payload; viewer: Actor }) => {
  const advice = may(viewer, 'confirmRights') ? oneAdminAdvice(await readPeopleWithRights(payload)) : null
  return advice && <Banner type="info">{advice}</Banner>
}
