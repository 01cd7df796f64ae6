import type { DefaultServerCellComponentProps } from 'payload'

/** Whether a person signs in with a code too. */
export const SecondFactorCell = ({ cellData }: DefaultServerCellComponentProps) => (
  <span>{cellData ? 'On' : '–'}</span>
)
