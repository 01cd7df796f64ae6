/** Both texts laid over each other, or one of them. */
export type Side = 'both' | 'old' | 'new'
