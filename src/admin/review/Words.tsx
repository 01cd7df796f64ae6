import { createElement, Fragment } from 'react'
import { LINK_TARGET } from './markdownBlocks'
import type { Piece } from './passages'

/** Numbers of open comments, by their ids; one that is not among them is not marked. */
export type Numbers = ReadonlyMap<string, number>

/** The words of one cell: what came and went in `ins` and `del`, commented passages marked and numbered. */
export const Words = ({ pieces, numbers }: { pieces: readonly Piece[]; numbers: Numbers }) =>
  pieces.map((piece) => (
    <Fragment key={piece.key}>
      <Change change={piece.change}>
        {piece.about.some((id) => numbers.has(id)) ? (
          <mark className="vouch-commented">
            <WithTargets text={piece.text} />
          </mark>
        ) : (
          <WithTargets text={piece.text} />
        )}
      </Change>
      {piece.ends
        .filter((id) => numbers.has(id))
        .map((id) => (
          <a
            key={id}
            id={`passage-${id}`}
            href={`#comment-${id}`}
            className="vouch-cite"
            data-unquoted
            aria-label={`Comment ${numbers.get(id)}`}
          >
            {numbers.get(id)}
          </a>
        ))}
    </Fragment>
  ))

const Change = ({ change, children }: { change: Piece['change']; children: React.ReactNode }) => {
  if (change === 'kept') return children
  const Tag = change === 'added' ? 'ins' : 'del'
  return (
    <Tag className="vouch-change">
      <span className="vouch-sr" data-unquoted>
        {change}:{' '}
      </span>
      {children}
      <span className="vouch-sr" data-unquoted>
        {' '}
        (end of what was {change})
      </span>
    </Tag>
  )
}

const SPLIT = new RegExp(`(${LINK_TARGET.source})`, 'u')

/** Text in which addresses behind links are told apart from its words. */
const WithTargets = ({ text }: { text: string }) =>
  createElement(
    Fragment,
    null,
    ...text
      .split(SPLIT)
      .map((part, index) =>
        index % 2 ? createElement('span', { className: 'vouch-target', 'data-unquoted': true }, part) : part,
      ),
  )
