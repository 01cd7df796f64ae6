import { counted } from '../words'
import { MetadataTable } from './MetadataTable'
import { PassagePicker } from './PassagePicker'
import { piecesOf, uncommented } from './passages'
import type { Review } from './readReview'
import { RenderedText, SideBySide } from './ReviewText'
import type { View } from './ReviewTabs'
import { foldUnchanged, sectionsOf } from './sections'
import { Words } from './Words'

/** The change, looked at in one of its three ways. */
export const ReviewView = ({ review, view }: { review: Review; view: View }) => {
  const { diff, base, workflow, title, titleChanged, comments, places, metadata } = review
  const [oldLabel, newLabel] = [base && `v${base.version}`, `v${workflow.version}`]
  if (view === 'metadata') return <MetadataTable rows={metadata} oldLabel={oldLabel} newLabel={newLabel} />
  const open = comments.filter(({ resolved }) => !resolved)
  const shown = {
    parts: foldUnchanged(sectionsOf(diff.blocks)),
    pieces: piecesOf(diff.blocks, places),
    numbers: new Map(open.map(({ id }, index) => [id, index + 1])),
  }
  return (
    <>
      <p className="vouch-quiet vouch-summary">{summary(review)}</p>
      {titleChanged && (
        <p className="vouch-title-change vouch-block-change vouch-block-change--changed">
          <span className="vouch-quiet">Title: </span>
          <Words pieces={uncommented(title)} numbers={new Map()} />
        </p>
      )}
      <PassagePicker>
        {view === 'sides' && oldLabel ? (
          <SideBySide {...shown} oldLabel={oldLabel} newLabel={newLabel} />
        ) : (
          <RenderedText {...shown} />
        )}
      </PassagePicker>
    </>
  )
}

const summary = ({ diff, base, metadata, titleChanged }: Review): string => {
  if (!base) return 'This is the first version: nothing of it is in force, and all of it is new.'
  const settings = metadata.filter(({ changed }) => changed).map(({ label }) => label.toLowerCase())
  const text = diff.formattingOnly
    ? 'Only the formatting of the text changed; every word is the same'
    : diff.sentences
      ? `${counted(diff.sentences, 'sentence')} changed`
      : 'The text is the same'
  return [
    text,
    ...(titleChanged ? ['the title changed'] : []),
    ...(settings.length ? [`${settings.join(', ')} changed`] : []),
  ].join(' · ')
}
