import type { Shape } from './types'

/** `{ type, timestamp, data }`, as Standard Webhooks has it. */
export const standard: Shape = ({ type, timestamp, data, rawPackage }) => ({
  body: { type, timestamp, data: { ...data, ...(rawPackage !== undefined && { package: rawPackage }) } },
  headers: {},
})
