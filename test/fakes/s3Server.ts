import { createHash } from 'node:crypto'
import { type FakeSite, type SiteAnswer, type SiteRequest, startSite } from './site'

/** A store of one bucket that speaks as much of S3 as listing and getting take; requests must be signed. */
export interface FakeS3Server extends FakeSite {
  objects: Map<string, string>
}

/** `pageSize`: how many keys a listing has at a time. The access key DENIED may do nothing. */
export async function startFakeS3Server({
  bucket,
  pageSize,
}: {
  bucket: string
  pageSize: number
}): Promise<FakeS3Server> {
  const objects = new Map<string, string>()
  const site = await startSite({
    '*'(request) {
      const [, accessKey] =
        /^AWS4-HMAC-SHA256 Credential=(\w+)\/\d{8}\/[\w-]+\/s3\/aws4_request/.exec(
          request.headers.authorization ?? '',
        ) ?? []
      if (!accessKey || accessKey === 'DENIED') return refusal(403, 'AccessDenied')
      const [, name = '', ...rest] = request.url.pathname.split('/')
      if (name !== bucket) return refusal(404, 'NoSuchBucket')
      const key = decodeURIComponent(rest.join('/'))
      return key ? getObject(objects, key) : listObjects(objects, request, pageSize)
    },
  })
  return Object.assign(site, { objects })
}

const refusal = (status: number, code: string): SiteAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>told to refuse</Message></Error>`,
})

const etag = (content: string) => `"${createHash('md5').update(content).digest('hex')}"`

function getObject(objects: Map<string, string>, key: string): SiteAnswer {
  const content = objects.get(key)
  return content === undefined
    ? refusal(404, 'NoSuchKey')
    : { headers: { etag: etag(content) }, body: content }
}

/** ListObjectsV2: keys in order, `continuation-token` is the last key of the page before. */
function listObjects(objects: Map<string, string>, { url }: SiteRequest, pageSize: number): SiteAnswer {
  const asked = url.searchParams
  if (asked.get('list-type') !== '2') return refusal(400, 'InvalidArgument')
  const after = asked.get('continuation-token') ?? ''
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(asked.get('prefix') ?? '') && key > after)
    .sort()
  const page = keys.slice(0, pageSize)
  const more = keys.length > pageSize
  const contents = page.map((key) => {
    const content = objects.get(key) ?? ''
    return `<Contents><Key>${key.replaceAll('&', '&amp;')}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>${etag(content).replaceAll('"', '&quot;')}</ETag><Size>${Buffer.byteLength(content)}</Size></Contents>`
  })
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return {
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><KeyCount>${page.length}</KeyCount><IsTruncated>${more}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`,
  }
}
