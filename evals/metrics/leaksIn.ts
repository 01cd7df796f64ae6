import { foldText } from '../../src/answer/foldText'

/** The strings of what may not be told that stand in any of these texts, however they are set. */
export const leaksIn = (o: { texts: readonly string[]; secrets: readonly string[] }): string[] => {
  const said = o.texts.map(foldText)
  return o.secrets.filter((secret) => said.some((text) => text.includes(foldText(secret))))
}
