import { describe, expect, it } from 'vitest'
import { load, loadOne, wordDocument } from './loadersSetup'

const mail = (headers: string, body: string) => `Subject: ${headers}\nMIME-Version: 1.0\n${body}`
const plain = (body: string, subject = 'Kettles') =>
  mail(subject, `Content-Type: text/plain; charset=utf-8\n\n${body}`)
const html = (body: string) => mail('Kettles', `Content-Type: text/html; charset=utf-8\n\n${body}`)

const mixed = (parts: string[]) =>
  mail(
    'Kettles',
    `Content-Type: multipart/mixed; boundary=b\n\n${parts.map((part) => `--b\n${part}`).join('\n')}\n--b--\n`,
  )
const TEXT = 'Content-Type: text/plain\n\nSee what is attached.\n'
const attached = (name: string, content: string | Uint8Array, type = 'application/octet-stream') =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}\n`

describe('an e-mail', () => {
  it('is named by its subject, and keeps only what it newly says', async () => {
    const body =
      'We repair <kettles>.\n\n> How about pots?\nPots too.\n\n-- \nAnn\n\nOn Mon, 3 Mar 2026 at 10:00, Bob <b@x.example>\nwrote:\n> Hello'
    expect(await loadOne('a.eml', plain(body, 'Re: Fwd: =?utf-8?q?Gr=C3=BC=C3=9Fe?='))).toMatchObject({
      title: 'Grüße',
      markdown: 'We repair \\<kettles>.\n\nPots too.',
    })
  })

  it.each([
    ['On Mon, 3 Mar 2026, Bob wrote:\n> Old words.'],
    ['-----Original Message-----\nOld words.'],
    ['From: Bob\nSent: Monday\nTo: Ann\nSubject: Kettles\n\nOld words.'],
  ])('ends where the message it answers begins: %s', async (older) => {
    expect((await loadOne('a.eml', plain(`New words.\n\n${older}`))).markdown).toBe('New words.')
  })

  it('in HTML keeps lists and tables and loses quotations, signatures and the older message', async () => {
    const body =
      '<p>New words.</p><ul><li>one</li></ul><div class="gmail_signature">Ann</div><blockquote type="cite">Old</blockquote>' +
      '<div><b>From:</b> Bob<br><b>Sent:</b> Monday<br><b>To:</b> Ann<br><b>Subject:</b> x</div><p>Old words.</p>'
    expect((await loadOne('a.eml', html(body))).markdown).toBe('New words.\n\n- one')
  })

  it('that only forwards a message is read for what it forwards', async () => {
    expect((await loadOne('a.eml', plain('> We repair kettles.'))).markdown).toBe('We repair kettles.')
    expect((await loadOne('a.eml', html('<div class="gmail_quote">Old words.</div>'))).markdown).toBe(
      'Old words.',
    )
  })

  it('has its attachments read by their formats, each broken one a failure of its own', async () => {
    const nested = attached('inner.eml', plain('Inner words.'))
    const loaded = await load(
      'a.eml',
      mixed([
        TEXT,
        attached('warranty.docx', await wordDocument()),
        attached('faq.csv', 'question,answer\nOpen?,At nine.'),
        attached('broken.pdf', 'no pdf'),
        attached('logo.png', 'x', 'image/png'),
        attached('data.bin', 'x'),
        nested,
      ]),
    )
    expect(loaded).toMatchObject([
      { key: 'a.eml', title: 'Kettles', markdown: 'See what is attached.' },
      { key: 'a.eml#warranty.docx', title: 'Warranty' },
      { key: 'a.eml#faq.csv#open', question: 'Open?' },
      { file: 'a.eml#broken.pdf', error: expect.stringContaining('named .pdf but its content is') },
      { file: 'a.eml', error: expect.stringContaining('"data.bin" was not read: no loader reads .bin') },
      { key: 'a.eml#inner.eml', markdown: 'Inner words.' },
    ])
  })

  it('has at most twenty attachments read, and three e-mails inside each other', async () => {
    const many = Array.from({ length: 22 }, (_, i) => attached(`${i}.txt`, 'Words.'))
    const loaded = await load('a.eml', mixed([TEXT, ...many]))
    expect(loaded.filter((one) => 'error' in one).map((one) => 'error' in one && one.error)).toEqual([
      expect.stringContaining('"20.txt" was not read: at most 20'),
      expect.stringContaining('"21.txt" was not read: at most 20'),
    ])
    let message = plain('Innermost.')
    for (let i = 0; i < 5; i++) message = mixed([TEXT, attached('in.eml', message)])
    const deep = await load('a.eml', message)
    expect(deep).toHaveLength(4)
    expect(deep.at(-1)).toMatchObject({ error: expect.stringContaining('more than 3 e-mails') })
  })

  it('that is encrypted, empty, or nested without end is refused with the reason', async () => {
    const encrypted = mail(
      'x',
      'Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n',
    )
    await expect(load('a.eml', encrypted)).rejects.toThrow('The e-mail is encrypted.')
    await expect(load('a.eml', plain(''))).rejects.toThrow('The e-mail has no text')
    const parts = Array.from(
      { length: 400 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    )
    await expect(load('a.eml', mail('x', parts.join('')))).rejects.toThrow('The e-mail cannot be read')
  })

  it('saved as UTF-16 is read, with and without a byte-order mark', async () => {
    const wide = Buffer.from(plain('Größe.'), 'utf16le')
    expect((await loadOne('a.eml', wide)).markdown).toBe('Größe.')
    expect((await loadOne('a.eml', Buffer.from(wide).swap16())).markdown).toBe('Größe.')
    expect((await loadOne('a.eml', Buffer.concat([Buffer.of(0xff, 0xfe), wide]))).markdown).toBe('Größe.')
  })
})
