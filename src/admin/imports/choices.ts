import type { Choice } from '../../commands/imports/types'

/** What is chosen for one document of a preview. */
export type Picked = Omit<Choice, 'file' | 'key'> & { take: boolean }

/** What the server is told of one that is taken; null for one that is left. */
export const choiceOf = (
  pick: Picked | undefined,
  { file, key }: { file: string; key: string },
): Choice | null => {
  if (!pick?.take) return null
  const { as, audience, topic } = pick
  return { file, key, as, audience, topic }
}
