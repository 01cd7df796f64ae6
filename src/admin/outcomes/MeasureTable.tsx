import type { MeasuresReport } from '../../commands/measures/readMeasures'
import { HANDLING_TIME, MEASURE_NAMES, MEASURES } from '../../measures/definitions'
import type { Rate } from '../../measures/types'
import { counted, reasonWords, sentence } from '../words'
import { Formula } from './Formula'
import { ShareOf } from './ShareOf'
import { behindHref, type Wanted } from './wanted'

/** The measures, each with its formula, what it is a share of, and the way to the conversations. */
export const MeasureTable = ({ report, shown }: { report: MeasuresReport; shown: Wanted }) => (
  <section aria-labelledby="vouch-measures">
    <h2 id="vouch-measures">The measures</h2>
    <table className="vouch-table vouch-measures">
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col">Share, of how many</th>
          <th scope="col" aria-label="As a bar" />
        </tr>
      </thead>
      <tbody>
        {MEASURE_NAMES.map((name) => (
          <tr key={name}>
            <td>
              <Formula name={MEASURES[name].name} words={MEASURES[name].formula} />
            </td>
            <td>
              <ShareOf
                rate={report[name]}
                countHref={behindHref(shown, name)}
                ofHref={behindHref(shown, `of-${name}`)}
              />
              {name === 'csat' && report.csat.average !== null && (
                <span className="vouch-quiet">, {report.csat.average.toFixed(1)} on average</span>
              )}
              {name === 'escalation' && <Reasons reasons={report.escalationByReason} shown={shown} />}
            </td>
            <td>
              <ShareBar rate={report[name]} />
            </td>
          </tr>
        ))}
        <tr>
          <td>
            <Formula name={HANDLING_TIME.name} words={HANDLING_TIME.formula} />
          </td>
          <td colSpan={2}>
            <Handling report={report} shown={shown} />
          </td>
        </tr>
      </tbody>
    </table>
  </section>
)

const ShareBar = ({ rate: { share } }: { rate: Rate }) =>
  share !== null && (
    <span className="vouch-bar" aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  )

const Reasons = ({ reasons, shown }: { reasons: MeasuresReport['escalationByReason']; shown: Wanted }) =>
  reasons.length > 0 && (
    <details>
      <summary>By reason</summary>
      <ul className="vouch-reasons">
        {reasons.map(({ reason, ...each }) => (
          <li key={reason}>
            {sentence(reasonWords(reason))}{' '}
            <ShareOf rate={each} countHref={behindHref(shown, `reason-${reason}`)} />
          </li>
        ))}
      </ul>
    </details>
  )

const Handling = ({
  report: {
    handlingTime: { averageMinutes, handovers },
  },
  shown,
}: {
  report: MeasuresReport
  shown: Wanted
}) =>
  averageMinutes === null ? (
    <span className="vouch-quiet">none to count</span>
  ) : (
    <>
      <strong>{averageMinutes < 1 ? '<1' : Math.round(averageMinutes)} min</strong>{' '}
      <span className="vouch-quiet">
        over <a href={behindHref(shown, 'handled')}>{counted(handovers, 'hand-over')}</a>
      </span>
    </>
  )
