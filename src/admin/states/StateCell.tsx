import type { DefaultServerCellComponentProps } from 'payload'
import type { Outcome, WorkflowState } from '../../vocabulary'
import { OUTCOME_WORDS, reasonWords, sentence, STATE_WORDS } from '../words'
import { StatePill } from './StatePill'

/** A document's workflow state in a list. */
export const StateCell = ({ cellData, rowData }: DefaultServerCellComponentProps) => {
  const state = (cellData ?? 'draft') as WorkflowState
  const editing = rowData['liveVersion'] && rowData['liveVersion'] !== rowData['version']
  return (
    <span className="vouch-inline">
      <StatePill state={state}>{STATE_WORDS[state]}</StatePill>
      {editing ? <span className="vouch-quiet">v{String(rowData['liveVersion'])} is live</span> : null}
    </span>
  )
}

/** What came of a question, in the list of receipts. */
export const OutcomeCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <StatePill state={String(cellData)}>{OUTCOME_WORDS[cellData as Outcome] ?? String(cellData)}</StatePill>
)

/** Why, in plain words. */
export const ReasonCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{cellData ? sentence(reasonWords(String(cellData))) : '–'}</span>
)

/** Whether a bot or a switch is on. */
export const OnOffCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <StatePill state={cellData ? 'published' : 'superseded'}>{cellData ? 'On' : 'Off'}</StatePill>
)

/** Words that are chosen from a list, as plain text. */
export const WordsCell = ({ cellData }: DefaultServerCellComponentProps) => {
  const values = Array.isArray(cellData) ? cellData : cellData ? [cellData] : []
  return <span>{values.map((value) => sentence(String(value).replaceAll('_', ' '))).join(', ') || '–'}</span>
}
