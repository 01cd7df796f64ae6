import { readFile } from 'node:fs/promises'
import path from 'node:path'
import absolutePath from 'swagger-ui-dist/absolute-path.js'
import { problemResponse } from '../problem'
import { requestIdOf } from '../requestId'

/** The page that shows the contract, with everything that it loads: nothing comes from elsewhere. */
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Vouch: the API</title>
<link rel="icon" type="image/svg+xml" href="/icon.svg">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<main id="swagger-ui"><noscript>This page needs JavaScript; <a href="/docs.md">the same as text</a> does not.</noscript></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

/** A key stays in the page: closing it forgets the key. */
const START = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  persistAuthorization: false,
  validatorUrl: null,
})
`

const SCRIPT = 'text/javascript; charset=utf-8'
const FILES: Readonly<Record<string, { type: string; read: () => Promise<string> }>> = {
  'start.js': { type: SCRIPT, read: async () => START },
  'swagger-ui-bundle.js': { type: SCRIPT, read: () => shipped('swagger-ui-bundle.js') },
  'swagger-ui.css': { type: 'text/css; charset=utf-8', read: () => shipped('swagger-ui.css') },
}

const shipped = (file: string): Promise<string> => readFile(path.join(absolutePath(), file), 'utf8')

/** GET /docs */
export const docsPage = (): Response =>
  new Response(PAGE, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })

/** GET /docs/{file}: those of the page, and no other. */
export async function docsFile(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params
  const known = Object.hasOwn(FILES, file) ? FILES[file] : undefined
  if (known)
    return new Response(await known.read(), {
      headers: { 'content-type': known.type, 'cache-control': 'public, max-age=3600' },
    })
  const problem = { status: 404, title: 'Not found', detail: 'The page of the API has no such file.' }
  return problemResponse(problem, requestIdOf(request))
}
