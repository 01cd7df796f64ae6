import * as migration_20261123_030540_initial from './20261123_030540_initial';
import * as migration_20261123_043208_governance from './20261123_043208_governance';
import * as migration_20261123_085104_ingestion from './20261123_085104_ingestion';
import * as migration_20261123_153407_answers from './20261123_153407_answers';
import * as migration_20261127_143202_first_hour from './20261127_143202_first_hour';
import * as migration_20261127_170409_gaps from './20261127_170409_gaps';
import * as migration_20261127_211310_handovers from './20261127_211310_handovers';
import * as migration_20261128_014528_loop from './20261128_014528_loop';
import * as migration_20261128_072456_desk from './20261128_072456_desk';
import * as migration_20261128_081504_loop from './20261128_081504_loop';
import * as migration_20261128_102311_people from './20261128_102311_people';
import * as migration_20261128_133233_operators from './20261128_133233_operators';

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
    up: migration_20261123_085104_ingestion.up,
    down: migration_20261123_085104_ingestion.down,
    name: '20261123_085104_ingestion',
  },
  {
    up: migration_20261123_153407_answers.up,
    down: migration_20261123_153407_answers.down,
    name: '20261123_153407_answers',
  },
  {
    up: migration_20261127_143202_first_hour.up,
    down: migration_20261127_143202_first_hour.down,
    name: '20261127_143202_first_hour',
  },
  {
    up: migration_20261127_170409_gaps.up,
    down: migration_20261127_170409_gaps.down,
    name: '20261127_170409_gaps',
  },
  {
    up: migration_20261127_211310_handovers.up,
    down: migration_20261127_211310_handovers.down,
    name: '20261127_211310_handovers',
  },
  {
    up: migration_20261128_014528_loop.up,
    down: migration_20261128_014528_loop.down,
    name: '20261128_014528_loop',
  },
  {
    up: migration_20261128_072456_desk.up,
    down: migration_20261128_072456_desk.down,
    name: '20261128_072456_desk',
  },
  {
    up: migration_20261128_081504_loop.up,
    down: migration_20261128_081504_loop.down,
    name: '20261128_081504_loop',
  },
  {
    up: migration_20261128_102311_people.up,
    down: migration_20261128_102311_people.down,
    name: '20261128_102311_people',
  },
  {
    up: migration_20261128_133233_operators.up,
    down: migration_20261128_133233_operators.down,
    name: '20261128_133233_operators'
  },
];
