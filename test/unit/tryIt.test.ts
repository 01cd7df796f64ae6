import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { headline, movedBy, numberWords } from '../../src/admin/evals/numbers'
import { curlFor } from '../../src/admin/tryIt/curl'

describe('a trial as a curl command', () => {
  it('is one that a shell reads as it was meant, quotation marks and all', () => {
    const question = `Don't "you" $(ship) to \`Norway\`?\nReally`
    const command = curlFor({ bot: 'b', question }, 'https://vouch.example')
    const printed = execFileSync('sh', ['-c', command.replace(/^curl -sS/, "printf '%s\\0'")], {
      encoding: 'utf8',
    })
    const words = printed.split('\0')
    expect(words[0]).toBe('https://vouch.example/api/v1/answer')
    expect(words).toContain('Authorization: Bearer vch_…')
    expect(JSON.parse(words[words.indexOf('-d') + 1]!)).toEqual({ question })
  })
})

describe('the numbers of a run', () => {
  it('are written as what they are', () => {
    expect(numberWords('rightShare', 0.926)).toBe('93%')
    expect(numberWords('p95', 41.7)).toBe('42 ms')
    expect(numberWords('leaks', 1234)).toBe('1,234')
    expect(numberWords('ndcg@10', 0.9)).toBe('0.900')
    expect(numberWords('coverage', null)).toBe('–')
  })

  it('are headed by the one that says most, and move in points', () => {
    expect(headline({ leaks: 0, precisionAnswered: 0.9 })).toBe('precisionAnswered')
    expect(headline({ rightShare: null, leaks: 0 })).toBeNull()
    expect(movedBy(0.91, 0.88)).toBe(3)
    expect(movedBy(0.91, undefined)).toBeNull()
  })
})
