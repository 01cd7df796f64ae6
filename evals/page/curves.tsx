import type { ReliabilityBin } from '../metrics/calibrationError'
import type { RiskPoint } from '../metrics/riskCoverage'
import { at, Plot } from './plot'

/** What is wrong among the answers, as more is answered; the dot is where the thresholds stand today. */
export const RiskCoverage = (o: {
  curve: readonly RiskPoint[]
  today: { coverage: number; risk: number } | null
}) => {
  const { curve, today } = o
  const { x, y } = at()
  const line = curve.map(({ coverage, risk }) => `${x(coverage).toFixed(1)},${y(risk).toFixed(1)}`)
  return (
    <Plot title="Risk and coverage" xName="share of all questions answered" yName="wrong among the answers">
      <line className="target" x1={x(0)} x2={x(1)} y1={y(0.05)} y2={y(0.05)} />
      <text className="note" x={x(1)} y={y(0.05) - 5} textAnchor="end">
        5 % wrong
      </text>
      <polyline className="ours" points={line.join(' ')} />
      {today && (
        <circle className="today" cx={x(today.coverage)} cy={y(today.risk)} r={5.5}>
          <title>today’s thresholds</title>
        </circle>
      )}
    </Plot>
  )
}

/** Confidence against truth: on the diagonal it says what is so. The more questions, the larger the dot. */
export const Reliability = ({ bins }: { bins: readonly ReliabilityBin[] }) => {
  const { x, y } = at()
  const most = Math.max(1, ...bins.map(({ count }) => count))
  return (
    <Plot title="Reliability" xName="confidence" yName="right, if quoted">
      <line className="target" x1={x(0)} x2={x(1)} y1={y(0)} y2={y(1)} />
      <polyline
        className="ours thin"
        points={bins.map(({ confidence, right }) => `${x(confidence)},${y(right)}`).join(' ')}
      />
      {bins.map(({ from, count, confidence, right }) => (
        <circle
          key={from}
          className="bin"
          cx={x(confidence)}
          cy={y(right)}
          r={3 + 9 * Math.sqrt(count / most)}
        >
          <title>{`${count} questions: confidence ${confidence.toFixed(2)}, right ${right.toFixed(2)}`}</title>
        </circle>
      ))}
    </Plot>
  )
}
