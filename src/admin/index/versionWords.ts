import type { VersionStatus } from '../../../ingestion/indexStatus'
import { counted } from '../words'

type State = VersionStatus['state']

export const VERSION_STATE_WORDS: Record<State, string> = {
  building: 'Building',
  ready: 'Ready',
  active: 'Active',
  retired: 'Retired',
}

/** The colour of a state, among those that pills have. */
export const VERSION_STATE_COLOURS: Record<State, string> = {
  building: 'in_review',
  ready: 'approved',
  active: 'published',
  retired: 'superseded',
}

/** `412 of 1,304 chunks · 38 a second · 24 s left`, or why nothing moves. */
export const buildWords = ({ running, done, total, rate, secondsLeft, problem }: Build): string => {
  const progress = total ? `${done.toLocaleString('en-GB')} of ${counted(total, 'chunk')}` : 'Counting'
  if (running)
    return [
      done === total && total ? `${progress}, being checked` : progress,
      ...(rate ? [`${rate.toLocaleString('en-GB')} a second`] : []),
      ...(secondsLeft ? [`${timeLeft(secondsLeft)} left`] : []),
    ].join(' · ')
  if (problem) return `${progress}. Stopped: ${problem} The worker tries again shortly.`
  return total ? `${progress}. Waits for the worker, which goes on from there.` : 'Waits for the worker.'
}

type Build = NonNullable<VersionStatus['build']>

const timeLeft = (seconds: number): string =>
  seconds < 90
    ? `${seconds} s`
    : seconds < 5_400
      ? `${Math.round(seconds / 60)} min`
      : `${Math.round(seconds / 3600)} h`

/** What a job does, for people who do not know our names. */
export const TASK_WORDS: Record<string, string> = {
  indexRelease: 'Make it searchable and put it in force',
  moveWindow: 'Tell the index when it ends',
  recheckGaps: 'Ask open gaps again',
}

export const taskWords = (task: string): string =>
  TASK_WORDS[task] ?? task.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
