import type { VersionStatus } from '../../../ingestion/indexStatus'
import { buildWords } from './versionWords'

/** How far a build is. It can be left: it goes on, and is found here again. */
export const BuildProgress = ({ version: { build, embeddingModel } }: { version: VersionStatus }) => {
  if (!build) return null
  const percent = build.total ? Math.round((build.done / build.total) * 100) : 0
  return (
    <section className="vouch-build" aria-label="The build under way">
      <h2>A new version is being built</h2>
      <div
        className="vouch-build__bar"
        role="progressbar"
        aria-label="Chunks built"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <p>{buildWords(build)}</p>
      <p className="vouch-quiet">
        With {embeddingModel ?? 'words alone'}. Answers and publications go on, and reach it too. You may
        leave this page.
      </p>
    </section>
  )
}
