import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Writes texts as Markdown files, as a company would hand them in. */
export async function writeTexts(
  folder: string,
  texts: readonly { id: string; title: string; text: string }[],
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await Promise.all(
    texts.map(({ id, title, text }) => writeFile(path.join(folder, `${id}.md`), `# ${title}\n\n${text}\n`)),
  )
}
