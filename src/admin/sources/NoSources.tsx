import type { BeforeListTableServerProps } from 'payload'

/** Above an empty list: what comes here, and how. */
export const NoSources = async ({ payload }: BeforeListTableServerProps) => {
  const { totalDocs } = await payload.count({ collection: 'sources' })
  if (totalDocs) return null
  return (
    <div className="vouch-empty vouch-empty--room">
      <p>Nothing is imported yet.</p>
      <p className="vouch-quiet">
        Point Vouch at where knowledge lives: its texts become drafts here, and a sync keeps them in step. Add
        a folder of this machine on its command line: <code>npm run -s vouch -- ingest PATH</code>. Another
        place, such as a web site or a repository, is added with “Create new”.
      </p>
    </div>
  )
}
