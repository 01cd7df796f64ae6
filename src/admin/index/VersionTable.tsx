import type { VersionStatus } from '../../../ingestion/indexStatus'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { ActButton } from './ActButton'
import { VERSION_STATE_COLOURS, VERSION_STATE_WORDS } from './versionWords'

/** Every version that holds something; on a narrow screen each becomes a block (index.css). */
export const VersionTable = ({
  versions,
  why,
}: {
  versions: readonly VersionStatus[]
  why?: string | undefined
}) => (
  <table className="vouch-table vouch-versions">
    <thead>
      <tr>
        <th scope="col">State</th>
        <th scope="col">Model</th>
        <th scope="col" className="vouch-number">
          Chunks
        </th>
        <th scope="col">Built</th>
        <th scope="col">Its check</th>
        <th scope="col">
          <span className="vouch-sr">What can be done</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {versions.toSorted(byState).map((version) => (
        <tr key={version.id}>
          <td>
            <StatePill state={VERSION_STATE_COLOURS[version.state]}>
              {VERSION_STATE_WORDS[version.state]}
            </StatePill>
          </td>
          <td className="vouch-wrap">
            {version.embeddingModel ?? 'Words alone'}
            <span className="vouch-quiet vouch-block">
              {version.chunker} · {version.store}
            </span>
          </td>
          <td className="vouch-number" data-label="chunks">
            {version.points?.toLocaleString('en-GB') ?? '–'}
          </td>
          <td data-label="Built">
            <Moment at={version.builtAt ?? version.createdAt} />
          </td>
          <td>
            <Check version={version} />
          </td>
          <td>
            <Acts version={version} why={why} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const ORDER: readonly VersionStatus['state'][] = ['active', 'building', 'ready', 'retired']
const byState = (a: VersionStatus, b: VersionStatus): number =>
  ORDER.indexOf(a.state) - ORDER.indexOf(b.state)

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

const Check = ({ version: { problems, recall } }: { version: VersionStatus }) => {
  if (problems.length)
    return (
      <ul className="vouch-problems">
        {problems.map((problem) => (
          <li key={problem}>⚠ {problem}</li>
        ))}
      </ul>
    )
  if (!recall) return null
  return (
    <>
      ✓ finds {percent(recall.built)} in its first five
      {recall.active !== null && (
        <span className="vouch-quiet vouch-block">the active one: {percent(recall.active)}</span>
      )}
    </>
  )
}

const Acts = ({ version, why }: { version: VersionStatus; why?: string | undefined }) => {
  const about = `${VERSION_STATE_WORDS[version.state]} version with ${version.embeddingModel ?? 'words alone'}`
  const path = `/api/v1/index/versions/${version.id}`
  if (version.state === 'active') return null
  return (
    <div className="vouch-acts">
      {version.state === 'ready' && <Activate version={version} path={path} why={why} about={about} />}
      <ActButton
        label="Remove"
        path={`${path}/remove`}
        why={why ?? (version.build?.running ? 'It is being built.' : undefined)}
        about={about}
        confirm={{
          heading: 'Remove this version?',
          body: 'Its points are deleted from the store. No text is lost: they can be built again from the database.',
        }}
      />
    </div>
  )
}

const Activate = ({
  version: { problems },
  ...button
}: {
  version: VersionStatus
  path: string
  why?: string | undefined
  about: string
}) => {
  const path = `${button.path}/activate`
  const then =
    'It is compared with the database and checked once more. Bots then search in it at once; the present version is kept for a roll-back.'
  return problems.length ? (
    <ActButton
      {...button}
      label="Activate all the same"
      path={path}
      body={{ force: true }}
      confirm={{ heading: 'Activate it in spite of its check?', body: `${problems.join(' ')} ${then}` }}
    />
  ) : (
    <ActButton
      {...button}
      label="Activate"
      path={path}
      primary
      confirm={{ heading: 'Activate this version?', body: then }}
    />
  )
}
