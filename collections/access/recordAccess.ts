import type { CollectionConfig } from 'payload'
import { nobody, signedIn } from './roles'

/** For what the product records: people read it, no face writes it. */
export const readOnly: CollectionConfig['access'] = {
  read: signedIn,
  create: nobody,
  update: nobody,
  delete: nobody,
  readVersions: signedIn,
}
