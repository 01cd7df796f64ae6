import { createElement } from 'react'
import type { DiffBlock } from './diff'
import type { Piece } from './passages'
import type { Side } from './side'
import type { Section } from './sections'
import { Words, type Numbers } from './Words'

interface SectionProps {
  section: Section
  side: Side
  pieces: Piece[][][]
  numbers: Numbers
}

/** A list, a table or a block of the text, as a reader sees it, with its changes. */
export const SectionView = ({ section: { kind, blocks }, side, pieces, numbers }: SectionProps) => {
  const shown = blocks.filter(({ block }) => isOn(side, block.change))
  if (!shown.length) return null
  const words = (index: number, cell: number) => (
    <Words
      pieces={(pieces[index]?.[cell] ?? []).filter(({ change }) => isOn(side, change))}
      numbers={numbers}
    />
  )
  if (kind === 'list')
    return (
      <ul className="vouch-list">
        {shown.map(({ block, index }) => (
          <li key={index} className={classOf(block)} data-depth={block.kind === 'item' ? block.depth : 0}>
            <span className="vouch-list__marker" data-unquoted>
              {block.kind === 'item' ? block.marker : ''}
            </span>
            <div data-cell>{words(index, 0)}</div>
          </li>
        ))}
      </ul>
    )
  if (kind === 'table')
    return (
      <div className="vouch-table-wrap" tabIndex={0} role="region" aria-label="Table">
        <table className="vouch-table">
          <tbody>
            {shown.map(({ block, index }) =>
              createElement(
                'tr',
                { key: index, className: classOf(block) },
                ...block.cells.map((_, cell) => cellOf(block, words(index, cell))),
              ),
            )}
          </tbody>
        </table>
      </div>
    )
  return shown.map(({ block, index }) => (
    <BlockView key={index} block={block}>
      {words(index, 0)}
    </BlockView>
  ))
}

const cellOf = (block: DiffBlock, words: React.ReactNode) =>
  block.kind === 'row' && block.header
    ? createElement('th', { scope: 'col', 'data-cell': true }, words)
    : createElement('td', { 'data-cell': true }, words)

const BlockView = ({ block, children }: { block: DiffBlock; children: React.ReactNode }) => {
  const given = { className: classOf(block), 'data-cell': true }
  switch (block.kind) {
    case 'heading': {
      // The page has the first level for itself.
      const Heading = (['h2', 'h3', 'h4', 'h5', 'h6'] as const)[Math.min(block.level, 5) - 1] ?? 'h6'
      return <Heading {...given}>{children}</Heading>
    }
    case 'quote':
      return <blockquote {...given}>{children}</blockquote>
    case 'code':
      return <pre {...given}>{children}</pre>
    case 'rule':
      return <hr className={classOf(block)} />
    default:
      return <p {...given}>{children}</p>
  }
}

const classOf = ({ change }: DiffBlock): string => `vouch-block-change vouch-block-change--${change}`

const isOn = (side: Side, change: DiffBlock['change']): boolean =>
  side === 'both' || !((side === 'old' && change === 'added') || (side === 'new' && change === 'removed'))
