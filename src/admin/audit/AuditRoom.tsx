import type { AdminViewServerProps } from 'payload'
import { Gutter } from '@payloadcms/ui'
import { RoomHead } from '../RoomHead'

export const AuditRoom = (_: AdminViewServerProps) => (
  <Gutter className="vouch-room">
    <RoomHead title="Audit" />
  </Gutter>
)
