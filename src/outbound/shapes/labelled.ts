/** `asks_for_person` as people read it: “Asks for person”; nothing of what is no word. */
export function labelled(word: unknown): string {
  if (typeof word !== 'string') return ''
  const words = word.replaceAll(/[_.]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
