/** For what is stored and not searched for: no column and no filter of a list. */
export const unlisted = { disableListColumn: true, disableListFilter: true } as const
