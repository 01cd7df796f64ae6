import type { ReactNode } from 'react'

/** Filters a list by state, each with how many there are; what else filters stands beside them. */
export const StateTabs = <State extends string>({
  states,
  current,
  wordsOf,
  countOf,
  hrefOf,
  children,
}: {
  states: readonly State[]
  current: State
  wordsOf: (state: State) => string
  countOf: (state: State) => number | undefined
  hrefOf: (state: State) => string
  children?: ReactNode
}) => (
  <nav className="vouch-tabs" aria-label="Filter by state">
    {states.map((each) => (
      <a key={each} href={hrefOf(each)} aria-current={each === current ? 'page' : undefined}>
        {wordsOf(each)} <span className="vouch-tabs__count">{countOf(each)}</span>
      </a>
    ))}
    {children}
  </nav>
)
