export {
  createVouch,
  type Answer,
  type Answered,
  type CallOptions,
  type Citation,
  type Gap,
  type Question,
  type Receipt,
  type Replay,
  type Sentence,
  type StreamEvent,
  type Vouch,
} from './client.js'
export { VouchError, type Problem } from './errors.js'
export type { components, paths } from './contract.js'
