import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { emptyTree, leafHash, pathTo, rootOf, withLeaf } from '../../src/governance/merkleTree'

const leaves = Array.from({ length: 70 }, (_, i) => leafHash(`leaf ${i}`))

it('has the roots of RFC 9162', () => {
  expect(rootOf([])).toBe(createHash('sha256').digest('hex'))
  // The published test vectors of certificate transparency.
  const data = ['', '00', '10', '2021', '3031', '40414243'].map((hex) =>
    leafHash(Buffer.from(hex, 'hex').toString('latin1')),
  )
  expect(rootOf(data.slice(0, 1))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  expect(rootOf(data.slice(0, 3))).toBe('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77')
  expect(rootOf(data)).toBe('76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef')
})

it('grows leaf by leaf to the root over all of them', () => {
  let tree = emptyTree()
  for (const [i, leaf] of leaves.entries()) {
    tree = withLeaf(tree, leaf)
    expect([tree.size, tree.root]).toEqual([i + 1, rootOf(leaves.slice(0, i + 1))])
  }
})

it('has a path of few hashes for each leaf', () => {
  for (const [i] of leaves.entries()) expect(pathTo(i, leaves).length).toBeLessThanOrEqual(7)
})
