/** More objects than these in one text are no reply. */
const MOST = 5
/** Braces that begin none, and are looked behind all the same. */
const MOST_TRIED = 10

/** The whole JSON objects in a model's text, outermost ones, in order: alone, fenced, or with words round them. */
export function jsonObjectsIn(content: string): unknown[] {
  const text = content.replace(/^[\s\S]*<\/think(?:ing)?>/, '')
  const found: unknown[] = []
  let at = text.indexOf('{')
  for (let tried = 0; at >= 0 && found.length < MOST && tried < MOST_TRIED; tried++) {
    const end = endOfObject(text, at)
    const value = end === null ? undefined : parsed(text.slice(at, end))
    if (value !== undefined) found.push(value)
    at = text.indexOf('{', value === undefined || end === null ? at + 1 : end)
  }
  return found
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Behind the brace that closes the one at `start`; null when none does. Braces in strings are words. */
const endOfObject = (text: string, start: number): number | null => {
  let [depth, inString] = [0, false]
  for (let i = start; i < text.length; i++) {
    const character = text[i]
    if (inString) {
      if (character === '\\') i++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return i + 1
  }
  return null
}
