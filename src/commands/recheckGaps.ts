import type { Deps } from '../deps'

export const recheckGaps = async (_deps: Deps, _releaseId: string): Promise<void> => {}
