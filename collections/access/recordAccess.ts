import type { CollectionConfig } from 'payload'
import { nobody, whoMay } from './roles'

/** For what the product records: people read it, no face writes it. */
export const readOnly: CollectionConfig['access'] = {
  read: whoMay('readRecords'),
  create: nobody,
  update: nobody,
  delete: nobody,
  readVersions: whoMay('readRecords'),
}

/** The same, for what agents work on. */
export const readByAgents: CollectionConfig['access'] = {
  ...readOnly,
  read: whoMay('readHandovers'),
  readVersions: whoMay('readHandovers'),
}
