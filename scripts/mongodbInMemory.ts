import { spawnSync } from 'node:child_process'

/** Whether this machine has what the tests' MongoDB in memory needs: Java and Maven. */
export const canServeMongodb = (): boolean =>
  ['java', 'mvn'].every((command) => spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0)
