import type { DefaultServerCellComponentProps } from 'payload'
import { SyncButton } from './SyncButton'
import { syncNowOf } from './syncNow'

/** “Sync now” in the list. Payload also renders the cell once without a row. */
export const SyncCell = ({ rowData }: Partial<Pick<DefaultServerCellComponentProps, 'rowData'>>) =>
  rowData ? (
    <SyncButton
      sourceId={String(rowData['id'])}
      name={String(rowData['name'] ?? '')}
      now={syncNowOf(rowData)}
    />
  ) : null
