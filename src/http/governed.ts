import { z } from 'zod'
import { GOVERNED_COLLECTIONS, type GovernedCollection } from '../vocabulary'
import { notFound } from './problem'

const schema = z.enum(GOVERNED_COLLECTIONS)

/** The collection that a path names. @throws a 404 problem for one that has no workflow. */
export const governedCollectionOf = (given: string): GovernedCollection => {
  const collection = schema.safeParse(given)
  if (!collection.success) throw notFound(`There is no collection “${given}” with a workflow.`)
  return collection.data
}
