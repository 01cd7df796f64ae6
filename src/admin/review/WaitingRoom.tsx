import type { AdminViewServerProps } from 'payload'
import { Gutter } from '@payloadcms/ui'
import { RoomHead } from '../RoomHead'

export const WaitingRoom = (_: AdminViewServerProps) => (
  <Gutter className="vouch-room">
    <RoomHead title="Waiting for me" />
  </Gutter>
)
