'use client'

import { Banner, Button } from '@payloadcms/ui'
import { counted } from '../words'
import { DropZone } from './DropZone'
import { Drafts } from './Drafts'
import { PreviewedFile } from './PreviewedFile'
import type { TopicChoice } from './topicChoice'
import { SetAll } from './SetAll'
import { useImport } from './useImport'

/** From files to drafts: drop, see what becomes what, choose, make. */
export const ImportFiles = ({ topics }: { topics: readonly TopicChoice[] }) => {
  const { files, picks, setPicks, drafted, problem, busy, add, make } = useImport()
  const taken = Object.values(picks).filter(({ take }) => take).length
  if (drafted.length) return <Drafts drafted={drafted} />
  return (
    <section className="vouch-import" aria-label="Bring texts in">
      <DropZone disabled={busy !== null} onFiles={(given) => void add(given)} />
      {busy && (
        <p className="vouch-import__busy" role="status">
          {busy}
        </p>
      )}
      {problem && (
        <div role="alert">
          <Banner type="error">{problem}</Banner>
        </div>
      )}
      {Object.keys(picks).length > 1 && (
        <SetAll
          topics={topics}
          onSet={(change) =>
            setPicks((before) =>
              Object.fromEntries(Object.entries(before).map(([key, pick]) => [key, { ...pick, ...change }])),
            )
          }
        />
      )}
      {files.map((file) => (
        <PreviewedFile
          key={file.preview?.id ?? file.name}
          file={file}
          picks={picks}
          topics={topics}
          onPick={(key, pick) => setPicks((before) => ({ ...before, [key]: pick }))}
        />
      ))}
      {files.some(({ preview }) => preview?.documents.length) && (
        <div className="vouch-buttons">
          <Button margin={false} disabled={!taken || busy !== null} onClick={() => void make()}>
            Make {counted(taken, 'draft')}
          </Button>
        </div>
      )}
    </section>
  )
}
