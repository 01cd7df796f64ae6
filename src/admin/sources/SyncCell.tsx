import type { DefaultServerCellComponentProps } from 'payload'
import { SyncButton } from './SyncButton'
import { syncNowOf } from './syncNow'

/** “Sync now” in the list. */
export const SyncCell = ({ rowData }: DefaultServerCellComponentProps) => (
  <SyncButton
    sourceId={String(rowData['id'])}
    name={String(rowData['name'] ?? '')}
    now={syncNowOf(rowData)}
  />
)
