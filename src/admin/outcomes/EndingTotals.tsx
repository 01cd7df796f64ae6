import type { MeasuresReport } from '../../commands/measures/readMeasures'
import { ENDING_WORDS, ENDINGS, type Ending } from '../../measures/ending'
import { rate } from '../../measures/rate'
import { ShareOf } from './ShareOf'
import { behindHref, type Wanted } from './wanted'

/** How many conversations ended in each way, which is also what the chart's colours mean. */
export const EndingTotals = ({ report, shown }: { report: MeasuresReport; shown: Wanted }) => (
  <ul className="vouch-endings">
    {ENDINGS.map((ending) => (
      <li key={ending}>
        <span className={`vouch-ending vouch-ending--${ending}`} aria-hidden="true" />
        <span title={ENDING_WORDS[ending].meaning}>{ENDING_WORDS[ending].name}</span>
        <span className="vouch-endings__share">
          <ShareOf
            rate={rate(sumOf(report, ending), report.conversations)}
            countHref={behindHref(shown, `ended-${ending}`)}
            ofHref={behindHref(shown)}
          />
        </span>
      </li>
    ))}
  </ul>
)

const sumOf = ({ days }: MeasuresReport, ending: Ending): number =>
  days.reduce((sum, { ended }) => sum + ended[ending], 0)
