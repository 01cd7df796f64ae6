import * as migration_20261123_030540_initial from './20261123_030540_initial';
import * as migration_20261123_043208_governance from './20261123_043208_governance';
import * as migration_20261123_080303_index_versions from './20261123_080303_index_versions';

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
    up: migration_20261123_080303_index_versions.up,
    down: migration_20261123_080303_index_versions.down,
    name: '20261123_080303_index_versions'
  },
];
