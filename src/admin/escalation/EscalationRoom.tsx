import { Banner, Gutter } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { readEscalation } from '../../commands/escalation/readEscalation'
import { may } from '../../governance/permissions'
import { ESCALATION_LABELS } from '../../vocabulary'
import { RoomHead } from '../RoomHead'
import { viewerOf } from '../viewer'
import { LabelTable } from './LabelTable'
import { TryMessage } from './TryMessage'
import './escalation.css'

/** When a person takes over: every label with its policy, and a message to try them with. */
export const EscalationRoom = async ({ payload, user }: ListViewServerProps) => {
  const viewer = viewerOf(user)
  const { labels, own, faults } = await readEscalation(payload)
  return (
    <Gutter className="vouch-room">
      <RoomHead
        title="Escalation"
        line="When a person takes over, which team, and what the customer is told. Each policy is signed like every text."
      />
      {faults.map((fault) => (
        <Banner key={fault} type="error">
          {fault}
        </Banner>
      ))}
      {own < ESCALATION_LABELS.length && <Ships own={own} />}
      <TryMessage />
      <section>
        <h2>Policies</h2>
        <LabelTable labels={labels} mayWrite={viewer !== null && may(viewer, 'writeTexts')} />
      </section>
    </Gutter>
  )
}

const Ships = ({ own }: { own: number }) => (
  <Banner type="info">
    {own === 0
      ? 'No policy of your own is in force: customers are told what ships with Vouch. Start with what ships, change it, and send it for review.'
      : `${own} of ${ESCALATION_LABELS.length} have a policy of your own in force. For the others, what ships with Vouch holds.`}
  </Banner>
)
