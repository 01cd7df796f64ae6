import type { AdminViewServerProps } from 'payload'
import { NotFoundError } from '../../commands/governedDocument'
import { readNames } from '../../commands/measures/readNames'
import { readTranscript, TURNS_AT_ONCE, type Transcript } from '../../commands/transcripts/readTranscript'
import { onlyWho } from '../../governance/permissionWords'
import { may } from '../../governance/permissions'
import type { Actor } from '../../governance/types'
import { idOf } from '../../records/content'
import { transcriptHref } from '../links'
import { pageOf, Pages } from '../lists/Pages'
import { TRANSCRIPTS_HREF } from '../outcomes/wanted'
import { Room } from '../Room'
import { RoomHead } from '../RoomHead'
import { Moment } from '../time/Moment'
import { viewerOf } from '../viewer'
import { counted, sentence } from '../words'
import { Earlier } from './Earlier'
import { Turn } from './Turn'
import { TurnKeys } from './TurnKeys'

const TRAIL = [{ label: 'Transcripts', url: TRANSCRIPTS_HREF }]

/** One conversation: what was said, beside each turn what is recorded of it, and the reviewer’s verdict. */
export const TranscriptRoom = (props: AdminViewServerProps) => (
  <Room view={props} address={`/admin/${[props.params?.segments ?? []].flat().join('/')}`}>
    <Shown {...props} />
  </Room>
)

const Shown = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { payload, user } = initPageResult.req
  const viewer = viewerOf(user)
  if (!viewer || !may(viewer, 'readRecords')) return <NotYours />
  const page = searchParams?.['page'] ? pageOf(searchParams['page']) : null
  const transcript = await readTranscript(payload, {
    receiptId: String(params?.segments?.[1] ?? ''),
    page,
  }).catch((error: unknown) => {
    if (error instanceof NotFoundError) return null
    throw error
  })
  if (!transcript) return <Missing />
  const drawn = DRAWN.find((each) => each === searchParams?.['drawn']) ?? null
  const nameOf = await readNames(payload, 'bot')
  return (
    <Found
      transcript={transcript}
      viewer={viewer}
      drawn={drawn}
      bot={nameOf(idOf(transcript.asked.bot) ?? '')}
    />
  )
}

const DRAWN = ['risk', 'random'] as const

const Found = ({
  transcript,
  viewer,
  drawn,
  bot,
}: {
  transcript: Transcript
  viewer: Actor
  drawn: 'risk' | 'random' | null
  bot: string
}) => {
  const { asked, turns, total, page, pages } = transcript
  const refusal = may(viewer, 'judgeAnswers') ? null : onlyWho('judgeAnswers')
  const [first] = turns
  return (
    <>
      <RoomHead
        title={first?.row.question.slice(0, 200) ?? 'Transcript'}
        crumb="Transcript"
        trail={TRAIL}
        line={
          <div className="vouch-inline">
            <span>{counted(total, 'turn')}</span>
            <span>
              {bot}
              {asked.channel && ` on ${asked.channel}`}
            </span>
            {first && (
              <span>
                Began <Moment at={first.row.createdAt} />
              </span>
            )}
            <Reports transcript={transcript} />
          </div>
        }
      />
      {!refusal && (
        <p className="vouch-quiet vouch-keys-hint">
          Keys: <kbd>j</kbd> <kbd>k</kbd> next and previous turn, <kbd>1</kbd> right, <kbd>2</kbd> wrong,{' '}
          <kbd>3</kbd> incomplete, <kbd>4</kbd> unsafe, <kbd>5</kbd> needed a person
        </p>
      )}
      {page === 1 && first && <Earlier messages={first.record.messages} />}
      <ol className="vouch-transcript">
        {turns.map((turn, index) => (
          <Turn
            key={turn.row.id}
            turn={turn}
            number={(page - 1) * TURNS_AT_ONCE + index + 1}
            bot={bot}
            viewer={viewer}
            refusal={refusal}
            drawn={drawn}
          />
        ))}
      </ol>
      <TurnKeys />
      {drawn && (
        <p>
          <a href={TRANSCRIPTS_HREF}>What else waits for you</a>
        </p>
      )}
      <Pages page={page} pages={pages} hrefOf={(at) => `${transcriptHref(asked.id)}?page=${at}`} />
    </>
  )
}

/** What was said of the conversation as a whole, the latest word on each. */
const Reports = ({ transcript: { reports } }: { transcript: Transcript }) => {
  const outcome = reports.findLast(({ kind }) => kind === 'outcome')
  const rated = reports.findLast(({ csat }) => typeof csat === 'number')
  const thumb = reports.findLast(({ thumbs }) => thumbs)
  const words = [
    outcome && (outcome.resolved ? 'resolved, as the bot says' : 'not resolved, as the bot says'),
    rated && `rated ${rated.csat} of 5`,
    thumb && `thumb ${thumb.thumbs}`,
  ].filter((each) => typeof each === 'string')
  return words.length > 0 && <span>{sentence(words.join(', '))}</span>
}

const Missing = () => (
  <>
    <RoomHead title="No such conversation" trail={TRAIL} />
    <p>
      There is no receipt at this address. <a href={TRANSCRIPTS_HREF}>See all transcripts</a>.
    </p>
  </>
)

const NotYours = () => (
  <>
    <RoomHead title="Not yours to read" />
    <p>{onlyWho('readRecords')}</p>
  </>
)
