import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { extname } from 'node:path/posix'
import { GetObjectCommand, paginateListObjectsV2, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { LoadError } from '../../src/errors'
import { checkUrl, guardedLookup, type GuardSettings, isAllowedPrivate } from './publicAddress'
import type { Connector } from './types'

interface S3Location {
  bucket: string
  prefix: string
  endpoint?: URL
  region?: string
}

/**
 * The objects of an S3 bucket. `location`: `s3://bucket/prefix`, for a compatible store with
 * `?endpoint=https://store.example&region=…`. Credentials are what the SDK finds by itself (environment, profile, role).
 * An object's revision is its ETag. Hidden files and placeholders of folders are passed over.
 */
export const s3Connector = (guard: GuardSettings): Connector =>
  async function* (location, { maxBytes, maxItems }, signal) {
    const source = parseS3Location(location, guard)
    const { bucket, prefix } = source
    const client = new S3Client(clientConfig(source, guard))
    const base = prefix.slice(0, prefix.lastIndexOf('/') + 1)
    let count = 0
    for await (const { key, size, revision } of objectsOf(client, source, signal)) {
      if (count++ === maxItems) {
        yield {
          file: location,
          error: `The bucket has more than ${maxItems} objects there; the rest is left out. Name a longer prefix.`,
        }
        return
      }
      yield {
        key: key.slice(base.length),
        location: `s3://${bucket}/${key}`,
        extension: extname(key).toLowerCase(),
        bytes: size,
        ...(revision && { revision }),
        fetch: (signal) => readObject(client, { bucket, key, maxBytes, signal }),
      }
    }
  }

/** What a location such as `s3://bucket/prefix?region=eu-west-1` names. @throws {LoadError} */
export function parseS3Location(location: string, guard: GuardSettings): S3Location {
  const [, bucket = '', path = '', query = ''] =
    /^s3:\/\/([^/?#]*)\/?([^?#]*)\??([^#]*)$/i.exec(location) ?? []
  if (!/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(bucket))
    throw new LoadError('The bucket must be named as s3://bucket or s3://bucket/prefix.')
  const options = new URLSearchParams(query)
  const region = options.get('region')
  if (region && !/^[a-z\d-]+$/.test(region)) throw new LoadError(`"${region}" is not the name of a region.`)
  const endpoint = options.get('endpoint')
  return {
    bucket,
    prefix: path,
    ...(region && { region }),
    ...(endpoint && { endpoint: checkUrl(endpoint, guard) }),
  }
}

/** A store that the location names is reached at public addresses alone; the SDK follows no redirects. */
function clientConfig({ endpoint, region }: S3Location, guard: GuardSettings): S3ClientConfig {
  const limits = { connectionTimeout: 10_000, requestTimeout: 30_000, throwOnRequestTimeout: true }
  const own = {
    ...(region && { region }),
    maxAttempts: 3,
    responseChecksumValidation: 'WHEN_REQUIRED',
  } as const
  if (!endpoint) return { ...own, requestHandler: limits }
  const agent = isAllowedPrivate(endpoint, guard) ? {} : { lookup: guardedLookup(guard) }
  return {
    region: 'us-east-1',
    ...own,
    endpoint: endpoint.origin,
    forcePathStyle: true,
    requestHandler: { ...limits, httpAgent: new HttpAgent(agent), httpsAgent: new HttpsAgent(agent) },
  }
}

async function* objectsOf(client: S3Client, { bucket, prefix }: S3Location, signal: AbortSignal) {
  const asked = { Bucket: bucket, ...(prefix && { Prefix: prefix }) }
  try {
    for await (const page of paginateListObjectsV2({ client }, asked, { abortSignal: signal })) {
      for (const { Key: key = '', Size: size = 0, ETag: revision } of page.Contents ?? []) {
        if (!/(^|\/)\.|\/$/.test(key)) yield { key, size, revision }
      }
    }
  } catch (error) {
    throw explain(error, { what: `The bucket ${bucket}`, signal })
  }
}

interface Read {
  bucket: string
  key: string
  maxBytes: number
  signal: AbortSignal
}

async function readObject(client: S3Client, { bucket, key, maxBytes, signal }: Read): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), {
      abortSignal: signal,
    })
    for await (const part of (Body ?? []) as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > maxBytes)
        throw new LoadError(`s3://${bucket}/${key} is larger than ${maxBytes} bytes, the most that is read.`)
      parts.push(part)
    }
  } catch (error) {
    throw explain(error, { what: `s3://${bucket}/${key}`, signal })
  }
  return new Uint8Array(Buffer.concat(parts))
}

function explain(error: unknown, { what, signal }: { what: string; signal: AbortSignal }): unknown {
  if (signal.aborted) return signal.reason
  if (error instanceof LoadError) return error
  const { name, message, cause, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
  if (cause instanceof LoadError) return cause
  const status = $metadata?.httpStatusCode
  if (status === 404) return new LoadError(`${what} does not exist. Check its name and its region.`)
  if (status === 403)
    return new LoadError(
      `${what} may not be read (${name}). Give Vouch's credentials the right to list and get.`,
    )
  if (/Credentials|Region is missing/.test(`${name} ${message}`))
    return new LoadError(
      `${what} cannot be read: ${message}. Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION, or a role.`,
    )
  return new LoadError(`${what} cannot be read (${name}: ${message}). Try again later.`)
}
