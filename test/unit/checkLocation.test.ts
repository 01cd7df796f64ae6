import { describe, expect, it } from 'vitest'
import { checkLocation } from '../../ingestion/connectors/checkLocation'
import type { SourceKind } from '../../src/vocabulary'

const check = (kind: SourceKind, location: string, allowPrivate: string[] = []) =>
  checkLocation({ kind, location }, { allowPrivate })

describe('the location of a source, before it is saved', () => {
  it.each<[SourceKind, string]>([
    ['web', 'https://help.example.com/returns'],
    ['sitemap', 'https://help.example.com/sitemap.xml'],
    ['git', 'https://github.com/acme/docs.git#main:handbook'],
    ['git', 'git@github.com:acme/docs.git'],
    ['s3', 's3://acme-docs/policies?region=eu-west-1'],
    ['confluence', 'https://acme.atlassian.net/wiki/spaces/HELP'],
    ['notion', 'https://www.notion.so/acme/Help-0123456789abcdef0123456789abcdef'],
    ['zendesk', '/srv/export'],
  ])('%s may be at %s', async (kind, location) => {
    await expect(check(kind, location)).resolves.toBeUndefined()
  })

  it.each<[SourceKind, string, string]>([
    ['web', 'help centre', 'Write it whole'],
    ['web', 'ftp://help.example.com', 'begins with https:'],
    ['web', 'https://ann:secret@help.example.com', 'Take it out'],
    ['web', 'http://10.0.0.7/wiki', 'VOUCH_ALLOW_PRIVATE_HOSTS'],
    ['sitemap', 'www.example.com/sitemap.xml', 'Write it whole'],
    ['git', 'github.com/acme/docs', 'must be named as'],
    ['git', 'https://github.com/acme/docs.git#main:../..', 'not a folder'],
    ['s3', 'acme-docs', 's3://bucket'],
    ['confluence', 'https://acme.atlassian.net/wiki', 'names no space'],
    ['notion', 'our wiki', 'names no page'],
  ])('%s at %s is refused, and it is said how one is written', async (kind, location, words) => {
    await expect(check(kind, location)).rejects.toThrow(words)
  })

  it('a host of the own network is taken where the operator names it', async () => {
    await expect(check('web', 'http://10.0.0.7/wiki', ['10.0.0.7'])).resolves.toBeUndefined()
  })
})
