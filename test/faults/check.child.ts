import { indexStatus } from '../../ingestion/indexStatus'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { closeDeps, getDeps } from '../../src/deps'

/** A process that installation.ts starts: prints what `vouch verify` finds and whether the index is in step. */
const deps = await getDeps()
const { breaks } = await verifyInstallation(deps)
const { inStep } = await indexStatus(deps)
console.log(JSON.stringify({ breaks, inStep }))
await closeDeps()
process.exit()
