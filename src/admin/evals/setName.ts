import { STORED } from '../../commands/storedCases/evalRuns'

/** What people call a set. */
export const setName = (set: string): string => SETS[set] ?? set

const SETS: Record<string, string> = {
  [STORED]: 'Stored cases',
  golden: 'Golden set',
  demo: 'Questions of the demo',
}
