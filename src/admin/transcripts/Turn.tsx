import type { TranscriptTurn } from '../../commands/transcripts/readTranscript'
import type { Actor } from '../../governance/types'
import { latestVerdicts } from '../../transcripts/verdicts'
import { Said } from '../receipts/Said'
import { Moment } from '../time/Moment'
import { ColleagueActs } from './ColleagueActs'
import { Judge } from './Judge'
import { TurnRecord } from './TurnRecord'

/** One turn: left what was said, right what is recorded of it, beneath what reviewers say. */
export const Turn = ({
  turn,
  number,
  bot,
  viewer,
  refusal,
  drawn,
}: {
  turn: TranscriptTurn
  number: number
  bot: string
  viewer: Actor
  /** Why this person may not judge; null when they may. */
  refusal: string | null
  drawn: 'risk' | 'random' | null
}) => {
  const { row, record, acts } = turn
  const verdicts = latestVerdicts(turn.verdicts)
  const mine = verdicts.find(({ by }) => by === viewer.id) ?? null
  // Who has not judged yet is not told what others said: two people judge apart.
  const others = mine || refusal ? verdicts.filter(({ by }) => by !== viewer.id) : []
  return (
    <li id={`turn-${number}`} data-judged={mine !== null}>
      <div className="vouch-transcript__said">
        <div className="vouch-turn vouch-turn--user">
          <span className="vouch-quiet">
            <a href={`#turn-${number}`}>Turn {number}</a> · Customer ·{' '}
            <Moment at={row.createdAt} as="exact" />
          </span>
          <p>{row.question}</p>
        </div>
        <div className="vouch-turn vouch-turn--assistant">
          <span className="vouch-quiet">{bot}</span>
          <Said
            sentences={record.response.sentences}
            message={row.message}
            options={record.response.options}
            anchor={`cited-${row.id}`}
          />
        </div>
        <ColleagueActs acts={acts} />
        <Judge
          receiptId={row.id}
          mine={mine}
          others={others.map(({ id, byName, verdict, note }) => ({ id, byName, verdict, note }))}
          considered={[...new Map(record.considered.map(({ document }) => [document.id, document])).values()]}
          refusal={refusal}
          drawn={drawn}
        />
      </div>
      <TurnRecord turn={turn} />
    </li>
  )
}
