import { ProgressBar } from '../ProgressBar'
import type { VersionStatus } from '../../../ingestion/indexStatus'
import { buildWords } from './versionWords'

/** How far a build is. It can be left: it goes on, and is found here again. */
export const BuildProgress = ({ version: { build, embeddingModel } }: { version: VersionStatus }) => {
  if (!build) return null
  return (
    <section className="vouch-build" aria-label="The build under way">
      <h2>A new version is being built</h2>
      <ProgressBar label="Chunks built" done={build.done} total={build.total} />
      <p>{buildWords(build)}</p>
      <p className="vouch-quiet">
        With {embeddingModel ?? 'words alone'}. Answers and publications go on, and reach it too. You may
        leave this page.
      </p>
    </section>
  )
}
