import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atNight } from '../often'
import { sealRecords } from '../../src/commands/audit/sealRecords'
import { acceptBreak } from '../../src/commands/audit/acceptBreak'
import { parseReceipt } from '../../src/commands/parseReceipt'
import { searchReceipts, whetherSaid } from '../../src/commands/proofs/said'
import { parseHeads, verifyReceipt } from '../../packages/verify/verify.mjs'
import { verifyInstallation } from '../../src/commands/verifyInstallation'
import { makeProvable } from '../../src/commands/audit/makeProvable'
import { exportReceipt } from '../../src/commands/proofs/exportReceipt'
import { sha256 } from '../../src/governance/hash'
import { backUp } from '../../src/database/backup/backUp'
import { restore } from '../../src/database/backup/restore'
import { changed, fieldsIn } from './fields'
import type { AudienceQuestions } from '../../src/commands/proofs/audienceAnswers'
import { proveAudience } from '../../src/commands/proofs/proveAudience'
import { inTwin } from '../../scripts/twin'
import { searchChunks } from '../../src/database/searchChunks'
import { signedShares } from '../../src/commands/proofs/share'
import { numbersFrom } from './spans'
import { answerEagerly } from './answerEagerly'
import { onMongodb } from './databases'
import { useInstallation } from './installation'

/** What can be proved to someone outside, by what is stored: that something was said, or never was. */
const vouch = useInstallation()
const THINGS = [
  'kettle',
  'lantern',
  'saddle',
  'anvil',
  'teapot',
  'hammock',
  'compass',
  'ladder',
  'drum',
  'quilt',
]

beforeAll(async () => {
  for (const [i, thing] of THINGS.entries())
    await vouch.publish({
      title: `The ${thing}`,
      markdown: `The Petrel ${thing} may be sent back within ${211 + 7 * i} days of delivery. Repairs of the ${thing} cost ${1013 + 31 * i}.${40 + i} euros and take ${503 + 13 * i} hours. The ${thing} weighs ${2003 + 17 * i} grams and holds ${3001 + 19 * i} beads. ${thing[0]?.toUpperCase()}${thing.slice(1)} number ${4001 + 23 * i} was made in ${5003 + 29 * i} pieces.`,
    })
  await answerEagerly(vouch.payload, vouch.user('cora'))
  for (const thing of THINGS)
    for (const question of [
      `Within how many days may the Petrel ${thing} be sent back?`,
      `What do repairs of the ${thing} cost?`,
      `How many grams does the ${thing} weigh?`,
    ])
      await vouch.ask(question)
  await vouch.ask('Do you sell moon cheese on Saturdays?')
}, 240_000)

const served = async (): Promise<string[]> =>
  (await vouch.rows('answers')).flatMap((row) => parseReceipt(row).response.sentences.map(({ text }) => text))

const receiptFile = async (text: string): Promise<string> => {
  const said = await whetherSaid(vouch.deps, { text })
  return exportReceipt(vouch.deps, { receiptId: said.receipts[0]?.receiptId ?? '' })
}
const published = async () =>
  parseHeads(readFileSync(path.join(vouch.deps.env.dataDir, 'audit.heads'), 'utf8'))

describe('what a bot said', () => {
  it('finds 1,000 spans that were served, and none of 1,000 with one number changed', async () => {
    const { spans, changed } = numbersFrom(await served(), 1_000)
    expect([spans.length, changed.length]).toEqual([1_000, 1_000])
    const found = await searchReceipts(vouch.payload, [...spans, ...changed])
    expect(spans.filter((_, i) => !found[i]?.count)).toEqual([])
    expect(changed.filter((_, i) => found[i + spans.length]?.count)).toEqual([])
  })

  it('says yes with the receipt, who signed it, and whether it is in force now', async () => {
    const said = await whetherSaid(vouch.deps, { text: 'the petrel KETTLE may be sent back within 211 days' })
    expect(said).toMatchObject({ verdict: 'yes', breaks: [] })
    expect(said.receipts[0]?.sources).toMatchObject([
      { title: 'The kettle', version: 1, inForce: true, signedBy: [{ name: 'ben' }] },
    ])
  })

  it('says that a text which was withdrawn since is not in force', async () => {
    const lost = await vouch.publish({
      title: 'Umbrellas',
      markdown: 'A lost umbrella is kept for 8123 days.',
    })
    await vouch.ask('For how many days is a lost umbrella kept?')
    await vouch.act('ben', 'withdraw', lost, 'policies', { comment: 'Not true.' })
    const said = await whetherSaid(vouch.deps, { text: 'kept for 8123 days' })
    expect([said.verdict, said.receipts[0]?.sources[0]?.inForce]).toEqual(['yes', false])
  })

  it('says no only for what no receipt says, and names the head that it rests on', async () => {
    const said = await whetherSaid(vouch.deps, { text: 'sent back within 212 days' })
    expect(said).toMatchObject({ verdict: 'no', count: 0, receipts: [], breaks: [] })
    expect(said.auditHead?.hash).toMatch(/^hmac-sha256:/)
    await expect(whetherSaid(vouch.deps, { text: ' … ' })).rejects.toThrow('at least one word')
  })
})

describe.skipIf(onMongodb)('a backup', () => {
  const at = (name: string) => path.join(folder, name)
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'vouch-backup-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const restoreTo = (name: string, from = 'good', options = {}) =>
    restore({ dataDir: at(name), databaseUri: `file:${at(name)}/vouch.db` }, at(from), options)

  it('that was made while answers were given comes back whole', async () => {
    // Which process serves it is nothing that a copy elsewhere may claim.
    writeFileSync(path.join(vouch.deps.env.dataDir, 'serving.json'), '{}')
    const [manifest] = await Promise.all([
      backUp(vouch.deps.env, at('good')),
      (async () => {
        for (const thing of THINGS) await vouch.ask(`How many beads does the ${thing} hold?`)
      })(),
    ])
    expect(manifest.files.map((file) => file.path)).toEqual(
      expect.arrayContaining(['vouch.db', 'index.db', 'keys/audit.key', 'keys/secret']),
    )
    expect(manifest.files.map((file) => file.path)).not.toContain('serving.json')
    await restoreTo('drill')
  })

  it.runIf(atNight)(
    'verifies at the command line, and says the same',
    () => {
      const run = (...args: string[]) =>
        spawnSync(
          process.execPath,
          ['--conditions=production', '--import', 'tsx', 'scripts/vouch.ts', ...args, '--json'],
          {
            env: { ...process.env, VITEST: undefined, VOUCH_DATA_DIR: at('drill'), DATABASE_URI: '' },
            encoding: 'utf8',
          },
        )
      const verified = run('verify')
      expect([verified.status, verified.stderr.slice(-500)]).toEqual([0, ''])
      expect(JSON.parse(verified.stdout)).toMatchObject({ breaks: [] })
      const said = run('said', 'sent back within 211 days')
      expect([said.status, JSON.parse(said.stdout)]).toMatchObject([0, { verdict: 'yes' }])
    },
    120_000,
  )

  it('is refused when any file of it is changed, cut or gone, and nothing is restored', async () => {
    const names = readdirSync(at('good'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(at('good'), path.join(entry.parentPath, entry.name)))
    for (const name of names) {
      const broken = `broken-${name.replace('/', '-')}`
      cpSync(at('good'), at(broken), { recursive: true })
      const bytes = readFileSync(path.join(at(broken), name))
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
      writeFileSync(path.join(at(broken), name), bytes)
      await expect(restoreTo('never', broken), name).rejects.toThrow(/damaged|not what was backed up/)
      expect(existsSync(at('never/vouch.db'))).toBe(false)
      rmSync(path.join(at(broken), name))
      if (!name.startsWith('keys/')) await expect(restoreTo('never', broken), name).rejects.toThrow(/damaged/)
      rmSync(at(broken), { recursive: true })
    }
  })

  it('goes neither into a directory that is in use, nor over what is there unless that is put aside', async () => {
    await expect(restore(vouch.deps.env, at('good'), { replace: true })).rejects.toThrow('is in use')
    await restoreTo('mine')
    writeFileSync(at('mine/note.txt'), 'mine')
    await expect(restoreTo('mine')).rejects.toThrow('is not empty')
    const { before } = await restoreTo('mine', 'good', { replace: true })
    expect(readFileSync(path.join(before ?? '', 'note.txt'), 'utf8')).toBe('mine')
  })

  it('is whole without its keys, and names them', async () => {
    cpSync(at('good/keys'), at('keys'), { recursive: true })
    rmSync(at('good/keys'), { recursive: true })
    expect((await restoreTo('keyless')).missing).toEqual(['audit.key', 'secret'])
    expect((await restoreTo('keyed', 'good', { keys: at('keys') })).missing).toEqual([])
  })

  it('is made neither inside the data directory nor over another', async () => {
    await expect(backUp(vouch.deps.env, path.join(vouch.deps.env.dataDir, 'b'))).rejects.toThrow('outside')
    await expect(backUp(vouch.deps.env, at('good'))).rejects.toThrow('not empty')
  })
})

describe.skipIf(onMongodb)('what an audience may learn', () => {
  it.runIf(atNight)(
    'is the same as of a twin without the hidden texts, and a planted leak is found',
    async () => {
      // The way that needs no index, too.
      const slowly = () =>
        searchChunks(vouch.payload, {
          question: 'repairs of the kettle',
          limit: 50,
          audiences: ['public'],
          at: Date.now(),
        })
      const before = await slowly()
      expect(before.length).toBeGreaterThan(5)
      for (const [i, name] of ['Nightjar', 'Merlin', 'Osprey'].entries())
        await vouch.publish({
          title: `Project ${name}`,
          audience: 'internal',
          markdown: `Project ${name} sells the kettle, the lantern and the saddle for ${9100 + i} euros. ${'Repairs and returns of the kettle are secret. '.repeat(30)}`,
        })
      expect(await slowly()).toEqual(before)
      await inTwin(vouch.deps.env, { audiences: ['public'] }, async (makeTwin) => {
        const twin = await makeTwin()
        // It is asked once: what is planted below is planted here alone.
        let answers: ReturnType<typeof twin.ask> | undefined
        const once = async () => ({
          ...twin,
          ask: (asked: AudienceQuestions) => (answers ??= twin.ask(asked)),
        })
        const prove = () => proveAudience(vouch.deps, { audiences: ['public'], makeTwin: once, limit: 6 })
        expect(await prove()).toMatchObject({ leaks: [], hidden: 3, questions: 9 })
        await leak(`audience = 'internal'`, 'public')
        expect((await prove()).leaks.map(({ fields }) => fields.join()).join()).toContain('candidates')
      })
    },
    180_000,
  )

  /** An internal text that is searched among the public ones: it is told to nobody, but moves their scores. */
  const leak = async (where: string, audience: string): Promise<void> => {
    const index = createClient({ url: `file:${path.join(vouch.deps.env.dataDir, 'index.db')}` })
    const { rows } = await index.execute('SELECT number FROM index_versions ORDER BY number DESC LIMIT 1')
    await index.execute(
      `UPDATE points_${Number(rows[0]?.['number'])} SET audience = '${audience}' WHERE ${where}`,
    )
    await index.execute('UPDATE index_versions SET generation = generation + 1')
    index.close()
  }
  afterAll(async () => {
    const hidden = await vouch.rows('releases', { audience: { equals: 'internal' } })
    await leak(`release IN (${hidden.map(({ id }) => `'${id}'`).join(', ')})`, 'internal')
  })
})

describe('the share that a named person signed', () => {
  it('is computed in two ways for every receipt, and both give the same', async () => {
    const report = await signedShares(vouch.payload)
    expect(report).toMatchObject({ differences: [], without: 0 })
    const { answered, refused } = report.byOutcome
    expect(refused?.signed).toBe(0)
    expect((answered?.signed ?? 0) / (answered?.served ?? 1)).toBeGreaterThan(0.95)
    expect(report.served).toBe((answered?.served ?? 0) + (refused?.served ?? 0))
  })

  it('counts receipts since an instant alone', async () => {
    const since = new Date().toISOString()
    await vouch.ask('Within how many days may the Petrel kettle be sent back?')
    expect((await signedShares(vouch.payload, { since })).receipts).toBe(1)
  })

  it.skipIf(onMongodb)(
    'is an error where the signed text is not what was quoted, or the receipt says another share',
    async () => {
      await vouch.sql(
        `UPDATE releases SET text = replace(text, '218', '219') WHERE title = 'The lantern'`,
        `UPDATE answers SET signed = '{"signed":1,"served":2}' WHERE message LIKE '%225 days%'`,
      )
      const because = (await signedShares(vouch.payload)).differences.map((each) => each.because).join(' ')
      expect(because).toMatch(/not what was quoted/)
      expect(because).toMatch(/The share on the receipt/)
      await vouch.sql(`UPDATE releases SET text = replace(text, '219', '218') WHERE title = 'The lantern'`)
    },
  )
})

describe('an exported receipt', () => {
  const kettle = () => receiptFile('back within 211 days')

  it('is proved against a published head, by a file that knows nothing of Vouch', async () => {
    const file = await kettle()
    const result = verifyReceipt(file, await published())
    expect(result).toMatchObject({ verdict: 'pass', problems: [] })
    expect(result.says.join(' ')).toMatch(/211 days.*signed by ben/)
    expect(verifyReceipt(file, []).verdict).toBe('unconfirmed')
    // A later head says nothing of an earlier one, and a file made later is proved against it.
    await vouch.ask('Within how many days may the Petrel saddle be sent back?')
    const later = await kettle()
    expect(verifyReceipt(later, await published()).verdict).toBe('pass')
    expect(verifyReceipt(file, await published()).verdict).toBe('pass')
  })

  it('is caught whatever field of it is changed, also when its own hash is made anew', async () => {
    const file = await kettle()
    const heads = await published()
    const fields = fieldsIn(JSON.parse(file))
    expect(fields.length).toBeGreaterThan(150)
    const verdict = (text: string): string => {
      try {
        return verifyReceipt(text, heads).verdict
      } catch (error) {
        return (error as Error).constructor.name
      }
    }
    const passed = fields.flatMap((field) => {
      const edited = changed(JSON.parse(file), field)
      const { hash: _, ...rest } = edited
      const forged = { ...rest, hash: sha256(canonicalize(rest) ?? '') }
      const bad = [
        verdict(`${canonicalize(edited)}\n`),
        field[0] === 'hash' ? 'fail' : verdict(`${canonicalize(forged)}\n`),
      ]
      return bad.includes('pass') || bad[0] === 'unconfirmed' ? [`${field.join('.')}: ${bad.join()}`] : []
    })
    expect(passed).toEqual([])
    expect(verdict(file.replace('{', '{ '))).toBe('fail')
  })

  it('is checked at the command line, which ends with 0, 1, 2 or 3', async () => {
    const at = (name: string) => path.join(vouch.deps.env.dataDir, name)
    const file = await kettle()
    writeFileSync(at('good.json'), file)
    writeFileSync(at('bad.json'), file.replace('211 days', '311 days'))
    writeFileSync(at('none.json'), '{}')
    const ends = [
      'good.json --head audit.heads',
      'bad.json --head audit.heads',
      'none.json',
      'good.json',
    ].map((args) => {
      const verify = path.resolve('packages/verify/verify.mjs')
      return spawnSync(process.execPath, [verify, ...args.split(' ')], { cwd: vouch.deps.env.dataDir }).status
    })
    expect(ends).toEqual([0, 1, 2, 3])
  })

  it('is held against the tree of a published head by verify too', async () => {
    const heads = await published()
    const other = heads.map((head) => ({ ...head, tree: { ...head.tree, root: 'f'.repeat(64) } }))
    const messages = (await verifyInstallation(vouch.deps, { expectHeads: other })).breaks.map(
      (each) => each.message,
    )
    expect(messages.join()).toContain('has another root than was published')
    const { breaks } = await verifyInstallation(vouch.deps, { expectHeads: heads })
    expect(breaks.filter(({ kind }) => kind === 'audit')).toEqual([])
  })

  it('is not made of what does not hold', async () => {
    await expect(exportReceipt(vouch.deps, { receiptId: 'nope' })).rejects.toThrow(
      'There is no receipt nope.',
    )
  })
})

// Last: what is broken here stays broken.
describe.skipIf(onMongodb)('a receipt that was deleted by hand', () => {
  it('takes the no away, with its seal or without, also once the loss was accepted', async () => {
    await sealRecords(vouch.payload)
    const [one] = await vouch.sql(
      `SELECT id FROM answers WHERE message LIKE '%212%' OR outcome = 'refused' LIMIT 1`,
    )
    const id = String(one?.rows[0]?.['id'])
    await vouch.sql('PRAGMA foreign_keys = OFF', `DELETE FROM answers WHERE id = '${id}'`)
    const gone = await whetherSaid(vouch.deps, { text: 'sent back within 212 days' })
    expect([gone.verdict, gone.breaks.join()]).toEqual(['unconfirmed', expect.stringContaining('is gone')])
    // What is there is still a yes.
    expect((await whetherSaid(vouch.deps, { text: 'back within 211 days' })).verdict).toBe('yes')

    await acceptBreak(vouch.deps, { id, user: vouch.user('ada'), because: 'We looked.' })
    const accepted = await whetherSaid(vouch.deps, { text: 'sent back within 212 days' })
    expect([accepted.verdict, accepted.breaks.join()]).toEqual([
      'unconfirmed',
      expect.stringContaining('that was accepted'),
    ])

    await vouch.sql(`DELETE FROM record_seals WHERE row_id = '${id}'`)
    expect((await whetherSaid(vouch.deps, { text: 'sent back within 212 days' })).verdict).toBe('unconfirmed')
  })

  it('is no yes when it was planted or its words were changed', async () => {
    await vouch.sql(
      `UPDATE answers SET message = 'We pay 777 kronor.', response = replace(response, 'may be sent back', 'pays 777 kronor') WHERE message LIKE '%211 days%'`,
    )
    const said = await whetherSaid(vouch.deps, { text: '777 kronor' })
    expect([said.verdict, said.count]).toEqual(['unconfirmed', 0])
  })
})

describe.skipIf(onMongodb)('an exported receipt of before', () => {
  it('can be made of what was sealed before records could be proved', async () => {
    await sealRecords(vouch.payload)
    await vouch.sql(
      `UPDATE record_seals SET digest = NULL`,
      `UPDATE audit_log SET detail = json_remove(detail, '$.tree', '$.batch.provable') WHERE action = 'records.sealed'`,
    )
    await expect(receiptFile('back within 218 days')).rejects.toThrow('Start the worker once')
    expect(await makeProvable(vouch.payload)).toBeGreaterThan(30)
    expect(await makeProvable(vouch.payload)).toBe(0)
    expect(verifyReceipt(await receiptFile('back within 218 days'), await published()).verdict).toBe('pass')
  })
})
