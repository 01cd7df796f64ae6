import { getPayload } from 'payload'
import config from '../../payload.config'
import { createPeople } from './createPeople'

// Migrates the data directory of VOUCH_DATA_DIR and puts the people of the tests into it: what each file begins with.
const payload = await getPayload({ config })
await createPeople(payload)
await payload.destroy()
process.exit(0)
