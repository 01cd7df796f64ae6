import openapiTS, { astToString } from 'openapi-typescript'
import { openApiDocument } from '../../src/http/openapi'

const HEAD = `// Made by "npm run generate:client" from the OpenAPI document. Do not edit.\n\n`

/** The types of the whole API, as TypeScript. */
export async function contractText(): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(openApiDocument()), { alphabetize: true })
  return HEAD + astToString(nodes)
}
