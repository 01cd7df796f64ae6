import type { MeasuresWanted } from '../commands/measures/readMeasures'
import { DIMENSIONS, type Dimension } from '../measures/slices'
import { parsePeriod } from './audit'
import { invalidParameter } from './problem'

const MOST_CHARACTERS = 200

/** `?from&to&topic&bot&channel&language`. @throws {HttpProblem} 400 with a pointer to what cannot be used. */
export function parseMeasures(url: string): MeasuresWanted {
  const { searchParams } = new URL(url)
  const slice = DIMENSIONS.flatMap((dimension) => {
    const value = searchParams.get(dimension)
    if (value && value.length > MOST_CHARACTERS)
      throw invalidParameter(dimension, `This takes up to ${MOST_CHARACTERS} characters.`)
    return value ? [[dimension, value]] : []
  })
  return { ...parsePeriod(url), ...Object.fromEntries(slice) }
}

/** What the figures are told apart by; by topic unless told. @throws {HttpProblem} 400 */
export function parseDimension(url: string): Dimension {
  const given = new URL(url).searchParams.get('by') || 'topic'
  const dimension = DIMENSIONS.find((each) => each === given)
  if (!dimension) throw invalidParameter('by', `This takes one of ${DIMENSIONS.join(', ')}.`)
  return dimension
}
