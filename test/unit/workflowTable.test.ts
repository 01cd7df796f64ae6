import { expect, it } from 'vitest'
import { workflowPage } from '../../scripts/workflowTable'

it('docs/workflow.md says what the rules say', async () => {
  await expect(workflowPage()).toMatchFileSnapshot('../../docs/workflow.md')
})
