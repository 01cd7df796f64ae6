import { SetStepNav } from '@payloadcms/ui'

/** The head of a room: where it is, what it is called, and a line on what it is for. */
export const RoomHead = ({
  title,
  line,
  trail,
  crumb = title,
}: {
  title: string
  line?: React.ReactNode
  /** The rooms above this one. */
  trail?: { label: string; url: string }[]
  /** Its name in the line of rooms, where the title is too long for it. */
  crumb?: string
}) => (
  <header className="vouch-room__head">
    <SetStepNav nav={[...(trail ?? []), { label: crumb }]} />
    <h1>{title}</h1>
    {line && <div className="vouch-quiet">{line}</div>}
  </header>
)
