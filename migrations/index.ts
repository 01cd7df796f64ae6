import * as migration_20261123_030540_initial from './20261123_030540_initial';
import * as migration_20261123_043208_governance from './20261123_043208_governance';
import * as migration_20261123_080726_sources from './20261123_080726_sources';

export const migrations = [
  {
    up: migration_20261123_030540_initial.up,
    down: migration_20261123_030540_initial.down,
    name: '20261123_030540_initial',
  },
  {
    up: migration_20261123_043208_governance.up,
    down: migration_20261123_043208_governance.down,
    name: '20261123_043208_governance',
  },
  {
    up: migration_20261123_080726_sources.up,
    down: migration_20261123_080726_sources.down,
    name: '20261123_080726_sources'
  },
];
