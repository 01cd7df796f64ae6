import { LoadError } from '../../src/errors'
import { Omissions } from '../omissions'
import type { Loader } from '../types'
import { openArchive, readPart } from './archive'
import { htmlToMarkdown } from './htmlToMarkdown'
import { odtToHtml } from './odtHtml'
import { splitTitle } from './title'
import { parseXml } from './xml'

/** An OpenDocument text (.odt): headings, lists, tables and notes; comments and deleted passages are left out. */
export const loadOdt: Loader = async function* ({ key, bytes }) {
  const archive = await openArchive(bytes)
  const omissions = new Omissions()
  const manifest = await readPart(archive, 'META-INF/manifest.xml')
  if (manifest?.includes('encryption-data'))
    throw new LoadError('The document is protected with a password. Save a copy without one.')
  const content = await readPart(archive, 'content.xml')
  const styles = await readPart(archive, 'styles.xml')
  const html = content === null ? null : odtToHtml(parseXml(content), parseXml(styles ?? ''), omissions)
  if (html === null)
    throw new LoadError(
      'The document is damaged: it has no text part. Open it in LibreOffice and save it again.',
    )
  const markdown = htmlToMarkdown(html)
  const left = omissions.list()
  yield {
    key,
    ...splitTitle({ markdown, key, unstyled: true }),
    metadata: {},
    line: 1,
    ...(left.length > 0 && { omissions: left }),
  }
}
