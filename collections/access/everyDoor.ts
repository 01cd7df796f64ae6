import type { SanitizedConfig } from 'payload'
import { dropClosedFields } from './closedFields'
import { closeInternalCollection } from './internalCollections'
import { refuseHiddenPaths } from './queryPaths'

/**
 * What holds on every collection, whatever it stores, those that Payload adds by itself included: made from the finished
 * configuration, so that a new one has it too.
 */
export const everyDoor = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    collection.hooks.beforeOperation.unshift(dropClosedFields, refuseHiddenPaths)
    closeInternalCollection(collection)
  }
  return config
}
