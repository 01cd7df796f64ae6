import { Gutter } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { Suspense } from 'react'
import { readViewer } from '../viewer'
import { StartCard } from '../start/StartCard'
import { AnsweredShare } from './AnsweredShare'
import { may } from '../../governance/permissions'
import { GoingStale } from './GoingStale'
import { Greeting } from './Greeting'
import { HandoversToday } from './HandoversToday'
import { IndexState } from './IndexState'
import { OneAdmin } from './OneAdmin'
import { Unanswered } from './Unanswered'
import { WaitingForYou } from './WaitingForYou'

/** Home: what waits for this person, and how the knowledge is doing. */
export const Today = async ({ initPageResult }: AdminViewServerProps) => {
  const { payload, user } = initPageResult.req
  const viewer = await readViewer(payload, user)
  if (!viewer) return null
  if (!may(viewer, 'readRecords')) return <HandoversToday payload={payload} name={viewer.name} />
  return (
    <Gutter className="vouch-today">
      <header className="vouch-today__head">
        <Greeting name={viewer.name} />
        <Suspense fallback={null}>
          <AnsweredShare payload={payload} />
        </Suspense>
      </header>
      <Suspense fallback={null}>
        <OneAdmin payload={payload} viewer={viewer} />
        <StartCard payload={payload} viewer={viewer} />
      </Suspense>
      <div className="vouch-today__grid">
        <Card title="Waiting for you">
          <WaitingForYou payload={payload} viewer={viewer} />
        </Card>
        <Card title="What we could not answer">
          <Unanswered payload={payload} />
        </Card>
        <Card title="Going stale">
          <GoingStale payload={payload} />
        </Card>
        <Card title="Index">
          <IndexState />
        </Card>
      </div>
    </Gutter>
  )
}

const Card = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="vouch-card" aria-label={title}>
    <h2>{title}</h2>
    <Suspense fallback={<p className="vouch-quiet">Looking…</p>}>{children}</Suspense>
  </section>
)
