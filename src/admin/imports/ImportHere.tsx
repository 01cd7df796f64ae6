import type { BeforeListTableServerProps } from 'payload'
import { may } from '../../governance/permissions'
import { viewerOf } from '../viewer'
import { ImportFiles } from './ImportFiles'
import { readTopics } from './readTopics'

/** Above a list of texts, for those who may write them: drop files and they become drafts. */
export const ImportHere = async ({ payload, user }: BeforeListTableServerProps) => {
  const viewer = viewerOf(user)
  if (!viewer || !may(viewer, 'writeTexts')) return null
  return <ImportFiles topics={await readTopics(payload)} />
}
