import { Command } from 'commander'
import { closeDeps } from '../src/deps'
import { LOG_TO } from '../src/logging/logStream'
import { addAskCommand } from './commands/ask'
import { addAudienceCommand } from './commands/audience'
import { addAuditCommand } from './commands/audit'
import { addBackupCommands } from './commands/backup'
import { addBotsCommand } from './commands/bots'
import { addCalibrateCommand } from './commands/calibrate'
import { addDemoCommand } from './commands/demo'
import { addDoctorCommand } from './commands/doctor'
import { addTriggersCommand } from './commands/triggers'
import { addEraseCommand } from './commands/erase'
import { addEvalCommand } from './commands/eval'
import { addFreshnessCommand } from './commands/freshness'
import { addGapsCommand } from './commands/gaps'
import { addIndexCommand } from './commands/indexes'
import { addImpactCommand } from './commands/impact'
import { addIngestCommand } from './commands/ingest'
import { addJobsCommand } from './commands/jobs'
import { addMeasuresCommand } from './commands/measures'
import { addModelCommand } from './commands/model'
import { addMutateCommand } from './commands/mutate'
import { addRecallCommand } from './commands/recall'
import { addReceiptCommand } from './commands/receipt'
import { addRedactionCommand } from './commands/redaction'
import { addReplayCommand } from './commands/replay'
import { addSaidCommand } from './commands/said'
import { addShareCommand } from './commands/share'
import { addSourcesCommand } from './commands/sources'
import { addSyncCommand } from './commands/sync'
import { addTransitionCommand } from './commands/transition'
import { addUserCommand } from './commands/user'
import { addVerifyCommand } from './commands/verify'
import { addWorkerCommand } from './commands/worker'
import { refuseUnusable } from './given'
import { tellError } from './tellError'

// What is printed is for whoever reads it, or for a program: nothing else stands between.
process.env[LOG_TO] ??= 'stderr'

const program = new Command('vouch')
  .description('Where a company writes down what its bots may say.')
  .option('--json', 'print one JSON document and nothing else')
  .showHelpAfterError('(vouch --help lists the commands)')
  .enablePositionalOptions()

for (const add of [
  addDemoCommand,
  addIngestCommand,
  addSyncCommand,
  addSourcesCommand,
  addAskCommand,
  addBotsCommand,
  addReceiptCommand,
  addRedactionCommand,
  addReplayCommand,
  addRecallCommand,
  addSaidCommand,
  addShareCommand,
  addEraseCommand,
  addGapsCommand,
  addTransitionCommand,
  addFreshnessCommand,
  addMeasuresCommand,
  addIndexCommand,
  addJobsCommand,
  addEvalCommand,
  addTriggersCommand,
  addCalibrateCommand,
  addMutateCommand,
  addImpactCommand,
  addModelCommand,
  addVerifyCommand,
  addAuditCommand,
  addAudienceCommand,
  addBackupCommands,
  addDoctorCommand,
  addUserCommand,
  addWorkerCommand,
])
  add(program)
refuseUnusable(program)

try {
  await program.parseAsync()
} catch (error) {
  // What went wrong is for the person who typed; a stack is for us, on request.
  console.error(tellError(error))
  if (process.env['VOUCH_DEBUG']) console.error(error)
  process.exitCode ||= 1
} finally {
  await closeDeps()
}
// Everything is closed; tsx's compiler would keep the process for some seconds more.
process.exit()
