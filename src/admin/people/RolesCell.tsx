import type { DefaultServerCellComponentProps } from 'payload'
import { rolesWords, sentence } from '../words'

/** What a person may do, in words. */
export const RolesCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{sentence(rolesWords((cellData ?? []) as string[])) || '–'}</span>
)
