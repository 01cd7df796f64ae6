import { renderToStaticMarkup } from 'react-dom/server'
import type { EvalRun } from '../evalRun'
import { QuestionReport } from './questionReport'
import { Section } from './section'
import { STYLE } from './style'
import { MeasureTable } from './tables'

/** A run as one HTML page that needs nothing else: curves drawn, every text escaped, no script. */
export const pageOf = (run: EvalRun): string =>
  `<!doctype html>\n${renderToStaticMarkup(<Page run={run} />)}\n`

const Page = ({ run }: { run: EvalRun }) => (
  <html lang="en">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${run.set} · Vouch eval`}</title>
      <style dangerouslySetInnerHTML={{ __html: STYLE }} />
    </head>
    <body>
      <h1>{run.set}</h1>
      <Circumstances run={run} />
      {run.form === 'questions' ? (
        <QuestionReport run={run} />
      ) : (
        <Section title="Shares of the labelled texts">
          <MeasureTable measures={run.measures} />
        </Section>
      )}
    </body>
  </html>
)

const Circumstances = ({ run }: { run: EvalRun }) => {
  const { at, commit, machine, embeddingModel, calibration } = run.circumstances
  const where =
    run.form === 'texts'
      ? []
      : [run.where === 'memory' ? 'documents in memory, unsigned' : 'asked of an installation, texts signed']
  const facts = [
    `${at.slice(0, 16).replace('T', ' ')} UTC`,
    `commit ${commit}`,
    ...where,
    embeddingModel ?? 'words alone',
    `calibration ${calibration}`,
    `${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, Node ${machine.node}, load ${machine.load}`,
  ]
  return <p className="quiet">{facts.join(' · ')}</p>
}
