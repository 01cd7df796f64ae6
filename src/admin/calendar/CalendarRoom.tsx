import type { AdminViewServerProps } from 'payload'
import { Gutter } from '@payloadcms/ui'
import { RoomHead } from '../RoomHead'

export const CalendarRoom = (_: AdminViewServerProps) => (
  <Gutter className="vouch-room">
    <RoomHead title="Calendar" />
  </Gutter>
)
