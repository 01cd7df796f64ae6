import * as migration_20261123_030540_initial from './20261123_030540_initial';

export const migrations = [
  {
    up: migration_20261123_030540_initial.up,
    down: migration_20261123_030540_initial.down,
    name: '20261123_030540_initial'
  },
];
