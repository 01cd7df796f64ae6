import type { Shape } from './types'

/** `{ type, timestamp, data }`, as Standard Webhooks has it. */
export const vouch: Shape = ({ type, timestamp, data, rawPackage }) => ({
  body: { type, timestamp, data: { ...data, ...(rawPackage !== undefined && { package: rawPackage }) } },
  headers: {},
})
