import { z } from 'zod'
import { VouchError } from '../src/errors'
import { readTextFile } from '../src/readTextFile'

/** Reads a file of one JSON value a line. @throws {VouchError} with file and line for the first that has another shape. */
export const readJsonLines = async <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema>[]> => {
  const text = await readTextFile(file)
  return text.split('\n').flatMap((line, i) => {
    if (!line.trim()) return []
    try {
      return [schema.parse(JSON.parse(line))]
    } catch (error) {
      const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message
      throw new VouchError(`${file}, line ${i + 1}: ${reason}`)
    }
  })
}
