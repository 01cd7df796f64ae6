import { renderToStaticMarkup } from 'react-dom/server'
import type { CalibrationReport } from '../../src/answer/calibrationReport'
import { Reliability } from './curves'
import { STYLE } from './style'

/** A calibration's reliability curve and what it promises, as one HTML page that needs nothing else. */
export const calibrationPage = (o: { id: string; report: CalibrationReport }): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Page {...o} />)}\n`

const Page = ({ id, report }: { id: string; report: CalibrationReport }) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`Calibration ${id} · Vouch`}</title>
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
    </head>
    <body>
      <h1>Calibration {id}</h1>
      <p className="quiet">
        {`${report.questions} questions, each judged by a fit without it · AUROC ${number(report.auroc)} · expected calibration error ${number(report.calibrationError)}`}
      </p>
      <div className="curves">
        <figure>
          <Reliability bins={report.reliability} />
          <figcaption>On the diagonal, confidence says what is so.</figcaption>
        </figure>
      </div>
      <h2>Thresholds</h2>
      <Tiers report={report} />
    </body>
  </html>
)

const Tiers = ({ report }: { report: CalibrationReport }) => (
  <table>
    <thead>
      <tr>
        <th>Tier</th>
        <th>Promised</th>
        <th className="number">From</th>
        <th className="number">Answered of the answerable</th>
        <th className="number">Right of the answered</th>
      </tr>
    </thead>
    <tbody>
      {report.tiers.map(({ tier, risk, certainty, threshold, promised, coverage, precision }) => (
        <tr key={tier}>
          <td>{tier}</td>
          <td>
            {promised
              ? `at most ${percent(risk)} wrong, with ${percent(certainty)} certainty`
              : 'nothing: too few labels, or too many wrong'}
          </td>
          <td className="number">{threshold.toFixed(3)}</td>
          <td className="number">{percent(coverage)}</td>
          <td className="number">{precision === null ? '–' : percent(precision)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const number = (value: number | null): string => value?.toFixed(3) ?? 'unknown'
const percent = (share: number): string => `${Math.round(share * 100)} %`
