/** Why this person may not answer the customer now; null when they may. */
export function whyNotHeld({ holder, mine }: { holder: string | null; mine: boolean }): string | null {
  if (mine) return null
  return holder
    ? `${holder} has it. You may leave a note, or take it over.`
    : 'Claim it first, so that no two colleagues answer it.'
}
