import type { CollectionConfig } from 'payload'
import { nobody, readsRecords, worksHandovers } from './roles'

/** For what the product records: people read it, no face writes it. */
export const readOnly: CollectionConfig['access'] = {
  read: readsRecords,
  create: nobody,
  update: nobody,
  delete: nobody,
  readVersions: readsRecords,
}

/** The same, for what agents work on. */
export const readByAgents: CollectionConfig['access'] = {
  ...readOnly,
  read: worksHandovers,
  readVersions: worksHandovers,
}
