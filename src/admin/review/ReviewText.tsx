import { counted } from '../words'
import type { Piece } from './passages'
import type { Part, Section } from './sections'
import { SectionView } from './SectionView'
import type { Numbers } from './Words'

interface Shown {
  /** By block, then by cell. */
  pieces: Piece[][][]
  numbers: Numbers
}

/** The change as one text: what went and came in its place, unchanged stretches folded. */
export const RenderedText = ({ parts, ...shown }: Shown & { parts: readonly Part[] }) =>
  parts.map((part) => (
    <PartView key={part.key} part={part}>
      {(section) => <SectionView section={section} side="both" {...shown} />}
    </PartView>
  ))

/** The old text on the left, the new one on the right, section by section. */
export const SideBySide = ({
  parts,
  oldLabel,
  newLabel,
  ...shown
}: Shown & { parts: readonly Part[]; oldLabel: string; newLabel: string }) => (
  <div className="vouch-sides">
    <div className="vouch-sides__row vouch-sides__head">
      <strong data-unquoted>{oldLabel}</strong>
      <strong data-unquoted>{newLabel}</strong>
    </div>
    {parts.map((part) => (
      <PartView key={part.key} part={part}>
        {(section) => (
          <div className={`vouch-sides__row${section.changed ? '' : ' vouch-sides__row--same'}`}>
            <div data-unquoted>
              <SectionView section={section} side="old" {...shown} numbers={new Map()} />
            </div>
            <div>
              <SectionView section={section} side="new" {...shown} />
            </div>
          </div>
        )}
      </PartView>
    ))}
  </div>
)

const PartView = ({ part, children }: { part: Part; children: (section: Section) => React.ReactNode }) => {
  if ('section' in part) return children(part.section)
  const blocks = part.folded.reduce((total, section) => total + section.blocks.length, 0)
  return (
    <details className="vouch-folded">
      <summary data-unquoted>{counted(blocks, 'unchanged passage')}</summary>
      {part.folded.map((section) => (
        <div key={section.blocks[0]?.index}>{children(section)}</div>
      ))}
    </details>
  )
}
