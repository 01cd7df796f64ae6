import type { Sandbox } from '../../ingestion/sandbox/sandbox'
import { TASKS } from '../../ingestion/sandbox/tasks'

/** The sandbox's tasks, carried out here: for tests of what they say, not of what stops them. */
export const SAME_PROCESS: Pick<Sandbox, 'run'> = {
  run: (task, args, { bytes }) => TASKS[task](args, bytes),
}
