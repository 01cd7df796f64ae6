/** The strings of what may not be told that stand in any of these texts; case and white space make no difference. */
export const leaksIn = (o: { texts: readonly string[]; secrets: readonly string[] }): string[] => {
  const said = o.texts.map(fold)
  return o.secrets.filter((secret) => said.some((text) => text.includes(fold(secret))))
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
