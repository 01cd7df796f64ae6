import { Banner, Gutter } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { KeepFresh } from '../index/KeepFresh'
import { listHref } from '../links'
import { Facts, VERSION_WORDS } from '../receipts/Record'
import { RoomHead } from '../RoomHead'
import { Moment } from '../time/Moment'
import { counted } from '../words'
import { CaseTable } from './CaseTable'
import { numberLabel, numberWords } from './numbers'
import { readRun } from './readEvals'
import { RunProgress } from './RunProgress'
import { setName } from './setName'

/** One run: its numbers, by which versions, and case by case what came of it, the wrong ones first. */
export const RunPage = async ({ initPageResult }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const found = docID && req.user?.collection === 'users' ? await readRun(req.payload, String(docID)) : null
  if (!found) return null
  const { run, results } = found
  const under = run.state === 'queued' || run.state === 'running'
  return (
    <Gutter className="vouch-room vouch-evals">
      {under && <KeepFresh />}
      <RoomHead
        title={setName(run.set)}
        trail={[{ label: 'Evals', url: listHref('eval-runs') }]}
        line={
          <>
            {counted(run.questions, 'question')}, asked <Moment at={run.createdAt} as="exact" /> for {run.by}
          </>
        }
      />
      {under && <RunProgress run={run} />}
      {run.problem && <Banner type="error">{run.problem}</Banner>}
      {run.state === 'done' && (
        <div className="vouch-record">
          <Facts
            title="Numbers"
            facts={Object.entries(run.numbers).map(([name, value]) => [
              numberLabel(name),
              numberWords(name, value),
            ])}
          />
          <Facts
            title="Versions"
            facts={Object.entries(run.versions).map(([name, value]) => [
              VERSION_WORDS[name] ?? name,
              String(value ?? 'none'),
            ])}
          />
        </div>
      )}
      {run.file && (
        <p className="vouch-quiet">
          The whole report: <code>{run.file}</code>
        </p>
      )}
      {results.length > 0 && (
        <section>
          <h2>Case by case</h2>
          <CaseTable
            results={results.toSorted((a, b) => Number(b.problem !== null) - Number(a.problem !== null))}
          />
        </section>
      )}
    </Gutter>
  )
}
