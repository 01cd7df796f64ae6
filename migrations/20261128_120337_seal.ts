import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`contact\` text;`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`vault_key\` text;`)
  await db.run(sql`ALTER TABLE \`handover_acts\` ADD \`sealed\` text;`)
  await db.run(sql`ALTER TABLE \`assist_records\` ADD \`handover_id\` text REFERENCES handovers(id);`)
  await db.run(sql`CREATE INDEX \`assist_records_handover_idx\` ON \`assist_records\` (\`handover_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_assist_records\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`assist\` text NOT NULL,
  	\`act\` text NOT NULL,
  	\`bot_id\` text NOT NULL,
  	\`conversation_id\` text,
  	\`suggestions\` text,
  	\`nothing_approved\` integer,
  	\`suggestion\` numeric,
  	\`text\` text,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_assist_records\`("id", "assist", "act", "bot_id", "conversation_id", "suggestions", "nothing_approved", "suggestion", "text", "by", "by_name", "updated_at", "created_at") SELECT "id", "assist", "act", "bot_id", "conversation_id", "suggestions", "nothing_approved", "suggestion", "text", "by", "by_name", "updated_at", "created_at" FROM \`assist_records\`;`)
  await db.run(sql`DROP TABLE \`assist_records\`;`)
  await db.run(sql`ALTER TABLE \`__new_assist_records\` RENAME TO \`assist_records\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`assist_records_assist_idx\` ON \`assist_records\` (\`assist\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_bot_idx\` ON \`assist_records\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_conversation_id_idx\` ON \`assist_records\` (\`conversation_id\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_updated_at_idx\` ON \`assist_records\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_created_at_idx\` ON \`assist_records\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`handovers\` DROP COLUMN \`contact\`;`)
  await db.run(sql`ALTER TABLE \`handovers\` DROP COLUMN \`vault_key\`;`)
  await db.run(sql`ALTER TABLE \`handover_acts\` DROP COLUMN \`sealed\`;`)
}
