import { dayOf, exactTime, relativeTime } from './relative'

/** An instant in words relative to now, or as a day or in full; always exact on hover. */
export const Moment = ({ at, as = 'relative' }: { at: string; as?: 'relative' | 'day' | 'exact' }) => (
  // The browser's clock may have moved on since the server wrote the words.
  <time dateTime={at} title={exactTime(at)} suppressHydrationWarning>
    {as === 'relative' ? relativeTime(at) : as === 'day' ? dayOf(at) : exactTime(at)}
  </time>
)
