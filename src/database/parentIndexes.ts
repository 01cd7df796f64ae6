/** Payload's tables before they are made. */
type RawTables = Record<string, { indexes?: Record<string, { name: string; on: string | string[] }> }>

/**
 * Lists of texts and numbers are kept in a table of their own, which Payload indexes by order and then by parent: to read the list of
 * one row it looks at the lists of all, so that reading many rows takes the square of them. An index by parent mends that.
 */
export function indexByParent(tables: RawTables): void {
  for (const [name, table] of Object.entries(tables))
    if (/_(texts|numbers)$/.test(name))
      table.indexes = { ...table.indexes, parentIdx: { name: `${name}_parent_idx`, on: 'parent' } }
}
