import type { RelationshipFieldManyValidation } from 'payload'

/** A case that is run and should be answered says from which documents; else nobody can tell a right answer from a wrong one. */
export const validateGold: RelationshipFieldManyValidation = (gold, { siblingData }) => {
  const { expectedOutcome, active } = siblingData as { expectedOutcome?: string; active?: boolean }
  return expectedOutcome === 'answered' && active && !gold?.length
    ? 'Name at least one document that answers it, or switch the case off until you know.'
    : true
}
