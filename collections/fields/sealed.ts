import type { TextField } from 'payload'
import { nobody } from '../access/roles'
import { unlisted } from './unlisted'

/** For no face: what is in it is read by a command, which leaves an audit row. */
export function sealedField(name: string): TextField {
  return {
    name,
    type: 'text',
    access: { read: nobody, create: nobody, update: nobody },
    admin: { hidden: true, ...unlisted },
  }
}
