import type { Stretch } from '../../commands/search/snippet'

/** A few words of a text, with what was searched for marked. */
export const Snippet = ({ stretches }: { stretches: readonly Stretch[] }) => (
  <span className="vouch-snippet">
    {stretches.map(({ text, hit }, index) =>
      // oxlint-disable-next-line react/no-array-index-key -- stretches have nothing but their place
      hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
    )}
  </span>
)
