import { Banner } from '@payloadcms/ui'
import type { HiddenCharacter } from '../../answer/reading/hidden'
import { counted } from '../words'

/** A text may hold thousands; where the first stand is enough to find out why. */
const SHOWN = 20

/** Says before anyone signs that a text has characters which nobody can see, and where. */
export const HiddenCharacters = ({ characters }: { characters: readonly HiddenCharacter[] }) =>
  characters.length === 0 ? null : (
    <Banner type="error">
      <p>
        This text contains characters that cannot be seen: {counted(characters.length, 'place')}.
        {characters.some(({ reorders }) => reorders) &&
          ' Some change the order in which it is read: what is signed is not what you see.'}{' '}
        Ask for them to be taken out, unless you know why they are there.
      </p>
      <ul>
        {characters.slice(0, SHOWN).map(({ code, name, index, line, around }) => (
          <li key={index}>
            Line {line}: {name} ({code}) in “{around}”
          </li>
        ))}
      </ul>
      {characters.length > SHOWN && (
        <p>And {counted(characters.length - SHOWN, 'more place', 'more places')}.</p>
      )}
    </Banner>
  )
