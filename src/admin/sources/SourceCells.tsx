import type { DefaultServerCellComponentProps } from 'payload'
import type { SourceKind } from '../../vocabulary'
import { SOURCE_KIND_WORDS } from '../words'
import { SyncPill } from './SyncPill'
import { syncNowOf } from './syncNow'

/** What a source is. */
export const KindCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{SOURCE_KIND_WORDS[cellData as SourceKind] ?? String(cellData)}</span>
)

/** Where it is; long addresses break. */
export const LocationCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span className="vouch-wrap">{String(cellData ?? '')}</span>
)

/** How its last sync went, or that one is under way. */
export const SyncStateCell = ({ rowData }: DefaultServerCellComponentProps) => (
  <SyncPill now={syncNowOf(rowData)} />
)

/** A number that someone should look at; quiet where there is none. */
const Notable = ({ count, word }: { count: unknown; word: string }) =>
  count ? (
    <strong>
      {Number(count).toLocaleString('en-GB')} {word}
    </strong>
  ) : (
    <span className="vouch-quiet">none</span>
  )

export const FailedCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <Notable count={cellData} word="failed" />
)

export const GoneCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <Notable count={cellData} word="gone" />
)

export const ConflictCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <Notable count={cellData} word="in conflict" />
)
