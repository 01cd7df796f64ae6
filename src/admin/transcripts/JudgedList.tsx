import type { Payload } from 'payload'
import type { Answer } from '../../../payload-types'
import { rowsById } from '../../database/pages'
import { may } from '../../governance/permissions'
import type { Actor } from '../../governance/types'
import { idOf } from '../../records/content'
import { VERDICT_WORDS } from '../../vocabulary'
import { transcriptHref } from '../links'
import { Pages } from '../lists/Pages'
import { TRANSCRIPTS_HREF } from '../outcomes/wanted'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { VERDICT_LOOKS } from './verdictLooks'

const PER_PAGE = 25

/** What reviewers said, the latest first; a person who judges sees their own, so that two of them judge apart. */
export const JudgedList = async ({
  payload,
  page,
  viewer,
}: {
  payload: Payload
  page: number
  viewer: Actor
}) => {
  const own = may(viewer, 'judgeAnswers')
  const { docs, totalPages } = await payload.find({
    collection: 'verdicts',
    where: own ? { by: { equals: viewer.id } } : {},
    sort: ['-createdAt', 'id'],
    limit: PER_PAGE,
    page,
    depth: 0,
  })
  const questions = await rowsById<Answer>(payload, {
    collection: 'answers',
    ids: docs.flatMap(({ receipt }) => idOf(receipt) ?? []),
    select: { question: true },
  })
  if (!docs.length)
    return (
      <div className="vouch-empty vouch-empty--room">
        <p>{own ? 'You have judged nothing yet.' : 'Nothing was judged yet.'}</p>
        <p className="vouch-quiet">
          Open a conversation <a href={`${TRANSCRIPTS_HREF}?show=review`}>to review</a>, and say of a turn
          whether it was right.
        </p>
      </div>
    )
  return (
    <>
      <div className="vouch-table-wrap">
        <table className="vouch-table vouch-backlog">
          <thead>
            <tr>
              <th scope="col">Asked</th>
              <th scope="col">Verdict</th>
              <th scope="col">Why</th>
              <th scope="col">By</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {docs.map(({ id, receipt, verdict, note, byName, createdAt }) => (
              <tr key={id}>
                <td className="vouch-backlog__question">
                  <a href={transcriptHref(idOf(receipt) ?? '')}>
                    {questions.get(idOf(receipt) ?? '')?.question ?? 'A turn'}
                  </a>
                </td>
                <td>
                  <StatePill state={VERDICT_LOOKS[verdict]}>{VERDICT_WORDS[verdict]}</StatePill>
                </td>
                <td className="vouch-backlog__question">{note}</td>
                <td>{byName}</td>
                <td>
                  <Moment at={createdAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href="/api/v1/verdicts/examples" download>
          Judged turns as examples for the classifier (JSONL)
        </a>
      </p>
      <Pages page={page} pages={totalPages} hrefOf={(at) => `${TRANSCRIPTS_HREF}?show=judged&page=${at}`} />
    </>
  )
}
