'use client'

import { Button, useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId } from 'react'
import type { User } from '../../../payload-types'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import { counted } from '../words'
import type { SyncNow } from './syncNow'
import { useSync } from './useSync'

/** Queues a sync, and shows how far it is. It can be left: the worker goes on. */
export const SyncButton = ({ sourceId, name, now }: { sourceId: string; name: string; now: SyncNow }) => {
  const router = useRouter()
  const why = useId()
  const roles = (useAuth().user as User | null)?.roles ?? []
  const { underWay, progress, problem, start } = useSync({ sourceId, now, onDone: () => router.refresh() })
  const refusal = may({ roles }, 'syncSources') ? null : onlyWho('syncSources')
  const label = underWay ? 'Syncing' : 'Sync now'
  const said = problem ?? refusal ?? (underWay ? progressWords(progress) : null)
  return (
    <div className="vouch-sync">
      <Button
        buttonStyle="secondary"
        size="small"
        margin={false}
        disabled={underWay || refusal !== null}
        aria-label={`${label}: ${name}`}
        onClick={() => void start()}
        extraButtonProps={said ? { 'aria-describedby': why } : {}}
      >
        {label}
      </Button>
      <span id={why} className={problem ? 'vouch-sync__problem' : 'vouch-why'} role="status">
        {said}
      </span>
    </div>
  )
}

const progressWords = ({ state, items, total }: SyncNow): string =>
  state === 'waiting'
    ? 'Waiting for the worker'
    : total && total >= items
      ? `${items.toLocaleString('en-GB')} of about ${counted(total, 'item')}`
      : counted(items, 'item')
