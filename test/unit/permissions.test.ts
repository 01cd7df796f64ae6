import type { Access, FieldAccess } from 'payload'
import { describe, expect, it } from 'vitest'
import { Gaps } from '../../collections/Gaps'
import { permissionsPage } from '../../scripts/permissionsTable'
import { quotedRoles, readHouse } from '../../scripts/structure/quotedRoles'
import { may, rolesThatMay } from '../../src/governance/permissions'
import { ROLES } from '../../src/vocabulary'

/** The roles whose holder this access lets through. */
const letIn = async (access: Access | FieldAccess | undefined) => {
  const asked = ROLES.map(async (role) => {
    const req = { user: { collection: 'users', id: 'me', roles: [role] } }
    return (await access?.({ req } as never)) ? [role] : []
  })
  return (await Promise.all(asked)).flat()
}

describe('who may', () => {
  it('is what docs/permissions.md says, role by role', async () => {
    await expect(permissionsPage()).toMatchFileSnapshot('../../docs/permissions.md')
  })

  it('is decided by any one of a person’s roles, and nothing without a role', () => {
    expect(may({ roles: ['author', 'qa'] }, 'keepEvalCases')).toBe(true)
    expect(may({ roles: ['author'] }, 'keepEvalCases')).toBe(false)
    expect(may({ roles: [] }, 'writeTexts')).toBe(false)
  })

  it('is the same for a gap’s form as for the acts on it', async () => {
    const owner = Gaps.fields.find((field) => 'name' in field && field.name === 'owner')
    const fieldAccess = owner && 'access' in owner ? (owner.access?.update as FieldAccess) : undefined
    expect(await letIn(Gaps.access?.update)).toEqual(rolesThatMay('workGaps'))
    expect(await letIn(fieldAccess)).toEqual(rolesThatMay('workGaps'))
  })

  it('is never the caller of another collection, whatever its document says', async () => {
    const bot = { collection: 'bots', id: 'bot', roles: [...ROLES] }
    expect(await Gaps.access?.update?.({ req: { user: bot } } as never)).toBe(false)
  })
})

describe('a role', () => {
  it('is named nowhere but in the table of who may, and where people read it', () => {
    expect(quotedRoles(readHouse())).toEqual([])
  })

  it('is found wherever it is planted, and not taken for a field of that name', () => {
    const found = quotedRoles([
      { file: 'src/http/a.ts', text: "export const a = (roles: string[]) => roles.includes('admin')" },
      { file: 'collections/B.ts', text: 'export const b = { roles: { in: [`approver`, "compliance"] } }' },
      { file: 'src/admin/C.tsx', text: "const c = (role: string) => <p>{role === 'qa' ? 'yes' : null}</p>" },
      { file: 'src/commands/d.ts', text: "type D = 'author' | 'reader'" },
      {
        file: 'collections/E.ts',
        text: "const e: Pick<Row, 'author'>[] = []; type F = Config['admin']; const f = { name: 'approver', admin: { defaultColumns: ['author'] } }",
      },
    ])
    expect(found).toEqual([
      'src/http/a.ts:1 admin',
      'collections/B.ts:1 approver',
      'collections/B.ts:1 compliance',
      'src/admin/C.tsx:1 qa',
      'src/commands/d.ts:1 author',
    ])
  })
})
