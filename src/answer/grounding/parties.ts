/**
 * Who does and who is done to: whether “we” or “you” comes first, and which of them are there. “You pay us” is not what
 * “we pay you” says, although the words are the same.
 */
export const partiesOf = (text: string, language: string): string => {
  const patterns = PARTIES[language] ?? PARTIES.en
  const first = (pattern: RegExp | undefined) => (pattern ? text.search(pattern) : -1)
  const [we, you] = [first(patterns?.we), first(patterns?.you)]
  if (we < 0) return you < 0 ? '' : 'you'
  return you < 0 ? 'we' : we < you ? 'we you' : 'you we'
}

/** Whether a sentence begins with the party that its evidence begins with. Evidence that names neither is about “you”. */
export const sameParties = (sentence: string, evidence: string): boolean =>
  sentence === '' || sentence === evidence || sentence === (evidence.split(' ')[0] || 'you')

const words = (alternatives: string) => new RegExp(`(?<![\\p{L}])(?:${alternatives})(?![\\p{L}])`, 'u')

const PARTIES: Record<string, { we: RegExp; you: RegExp }> = {
  en: { we: words('[Ww]e|[Uu]s|[Oo]urs?'), you: words('[Yy]ou|[Yy]ours?') },
  de: {
    we: words('[Ww]ir|[Uu]ns|[Uu]nser\\p{L}{0,2}'),
    you: words('Sie|Ihnen|Ihr\\p{L}{0,2}|[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein\\p{L}{0,2}'),
  },
  fr: { we: words('[Nn]ous|[Nn]otre|[Nn]os'), you: words('[Vv]ous|[Vv]otre|[Vv]os|[Tt]u|[Tt]on|[Tt]es') },
  es: {
    we: words('[Nn]osotros|[Nn]os|[Nn]uestr\\p{L}{1,2}'),
    you: words('[Uu]sted|[Uu]stedes|[Tt]ú|[Tt]us?'),
  },
}
