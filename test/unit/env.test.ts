import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEnv, sessionSecret, SettingsError } from '../../src/env'

describe('settings', () => {
  it('none at all is an installation under ./data', () => {
    const env = parseEnv({})
    expect(env).toMatchObject({
      dataDir: path.resolve('data'),
      modelDir: path.resolve('models'),
      databaseUri: `file:${path.resolve('data/vouch.db')}`,
      PORT: 3000,
      HOST: '127.0.0.1',
      VOUCH_WORKER: 'on',
    })
    expect(env.QDRANT_URL).toBeUndefined()
  })

  it('another data directory is another installation', () => {
    expect(parseEnv({ VOUCH_DATA_DIR: '/srv/a' }).databaseUri).toBe('file:/srv/a/vouch.db')
    const elsewhere = parseEnv({
      VOUCH_DATA_DIR: '/srv/a',
      DATABASE_URI: 'mongodb://db/vouch?replicaSet=rs0',
    })
    expect(elsewhere).toMatchObject({ databaseUri: 'mongodb://db/vouch?replicaSet=rs0', dataDir: '/srv/a' })
  })

  it('an empty variable is one that was not set', () => {
    const empty = Object.fromEntries(
      [
        'PORT',
        'DATABASE_URI',
        'QDRANT_URL',
        'OPENAI_BASE_URL',
        'VOUCH_SECRET',
        'VOUCH_DATA_DIR',
        'LOG_LEVEL',
      ].map((name) => [name, '']),
    )
    expect(parseEnv(empty)).toEqual(parseEnv({}))
  })

  it('numbers are read from text', () => {
    expect(parseEnv({ PORT: '8080', VOUCH_EMBEDDING_DIMENSIONS: '1536' })).toMatchObject({
      PORT: 8080,
      VOUCH_EMBEDDING_DIMENSIONS: 1536,
    })
  })

  it('an answer takes five seconds at most, unless told, and a judge needs a writer', () => {
    expect(parseEnv({}).VOUCH_ANSWER_TIME_MS).toBe(5_000)
    expect(parseEnv({ VOUCH_ANSWER_TIME_MS: '20000' }).VOUCH_ANSWER_TIME_MS).toBe(20_000)
    expect(() => parseEnv({ VOUCH_ANSWER_TIME_MS: '5' })).toThrow(/VOUCH_ANSWER_TIME_MS/)
    expect(() => parseEnv({ VOUCH_ENTAILMENT_MODEL: 'judge' })).toThrow(/VOUCH_CHAT_MODEL/)
  })

  it('links in e-mails begin with PUBLIC_URL, else with where the server listens', () => {
    expect(parseEnv({ PORT: '4000' }).publicUrl).toBe('http://127.0.0.1:4000')
    expect(parseEnv({ PUBLIC_URL: 'https://vouch.example.com/' }).publicUrl).toBe('https://vouch.example.com')
  })

  it('private hosts are a list of exact hosts, as a URL writes them', () => {
    expect(parseEnv({}).VOUCH_ALLOW_PRIVATE_HOSTS).toEqual([])
    expect(
      parseEnv({ VOUCH_ALLOW_PRIVATE_HOSTS: ' Wiki.corp.example:443, 10.0.0.5:8443,[::1]:8080 ,' })
        .VOUCH_ALLOW_PRIVATE_HOSTS,
    ).toEqual(['wiki.corp.example', '10.0.0.5:8443', '[::1]:8080'])
  })

  it('roles that need a second factor are named, and no other word is taken for one', () => {
    expect(parseEnv({}).VOUCH_SECOND_FACTOR).toEqual([])
    expect(parseEnv({ VOUCH_SECOND_FACTOR: ' Admin,compliance, ' }).VOUCH_SECOND_FACTOR).toEqual([
      'admin',
      'compliance',
    ])
    expect(() => parseEnv({ VOUCH_SECOND_FACTOR: 'admin,admins' })).toThrow(
      /VOUCH_SECOND_FACTOR: takes roles \(author, .*not admins/,
    )
  })

  it('a mail server needs a sender, and a refusal does not repeat its password', () => {
    const SMTP_URL = 'smtps://vouch:hunter2@mail.example.com:465'
    expect(() => parseEnv({ SMTP_URL })).toThrow('MAIL_FROM')
    for (const MAIL_FROM of ['vouch@example.com', 'Vouch <vouch@example.com>'])
      expect(parseEnv({ SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM })
    for (const settings of [
      { SMTP_URL, MAIL_FROM: 'Vouch' },
      { SMTP_URL: 'http://vouch:hunter2@mail', MAIL_FROM: 'a@b' },
      { SMTP_URL, MAIL_FROM: 'a@b\r\nBcc: c@d' },
    ]) {
      expect(() => parseEnv(settings)).toThrow(SettingsError)
      expect(() => parseEnv(settings)).not.toThrow('hunter2')
    }
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['DATABASE_URI', 'postgres://db/vouch'],
    ['QDRANT_URL', 'qdrant:6333'],
    ['OPENAI_BASE_URL', 'ftp://models'],
    ['VOUCH_SECRET', 'too short'],
    ['VOUCH_WORKER', 'perhaps'],
    ['VOUCH_EMBEDDING_DIMENSIONS', '1.5'],
    ['LOG_LEVEL', 'loud'],
    ['UNSTRUCTURED_API_URL', 'unstructured:8000'],
    ['VOUCH_ALLOW_PRIVATE_HOSTS', '*.corp.example'],
    ['VOUCH_ALLOW_PRIVATE_HOSTS', 'wiki.corp.example,http://git.corp.example'],
    ['VOUCH_ALLOW_PRIVATE_HOSTS', '10.0.0.0/8'],
    ['VOUCH_ALLOW_PRIVATE_HOSTS', 'ann@wiki.corp.example'],
  ])('%s=%s stops the start with one line that names it', (name, value) => {
    const parse = () => parseEnv({ [name]: value })
    expect(parse).toThrow(SettingsError)
    try {
      parse()
    } catch (error) {
      const { message } = error as Error
      expect(message.split('\n')).toHaveLength(1)
      expect(message).toContain(`${name}: `)
      expect(message).toContain('.env.example')
      expect(message).not.toContain('undefined')
    }
  })

  it('two wrong ones are named together, and no secret is repeated', () => {
    const parse = () => parseEnv({ PORT: 'x', VOUCH_SECRET: 'hunter2' })
    expect(parse).toThrow('PORT: takes a whole number from 1 to 65535')
    expect(parse).toThrow('VOUCH_SECRET: takes at least 32 characters')
    expect(parse).not.toThrow(/hunter2/)
  })
})

describe('the secret that signs sessions', () => {
  const settings = (o: Record<string, string>) => parseEnv({ LOG_LEVEL: 'warn', ...o })

  it('is made once for a data directory, and only its owner can read it', () => {
    const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'vouch-env-')), 'new')
    const first = sessionSecret(settings({ VOUCH_DATA_DIR: dataDir }))
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(sessionSecret(settings({ VOUCH_DATA_DIR: dataDir }))).toBe(first)
    expect(readFileSync(path.join(dataDir, 'secret'), 'utf8')).toBe(first)
    expect(statSync(path.join(dataDir, 'secret')).mode & 0o077).toBe(0)
    rmSync(path.dirname(dataDir), { recursive: true })
  })

  it('is the one given, and must be given where several machines share a database', () => {
    const dataDir = path.join(tmpdir(), 'vouch-env-unused')
    const given = 'x'.repeat(32)
    expect(sessionSecret(settings({ VOUCH_DATA_DIR: dataDir, VOUCH_SECRET: given }))).toBe(given)
    const shared = settings({ VOUCH_DATA_DIR: dataDir, DATABASE_URI: 'mongodb://db/v?replicaSet=r' })
    expect(() => sessionSecret(shared)).toThrow(/VOUCH_SECRET: set it/)
    expect(existsSync(dataDir)).toBe(false)
  })
})
