import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`verified_by_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`failing\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`wordings\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`tier\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`handovers\` numeric;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`rank\` numeric;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`due_at\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`merged_into_id\` text REFERENCES gaps(id);`)
  await db.run(sql`CREATE INDEX \`gaps_verified_by_idx\` ON \`gaps\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_rank_idx\` ON \`gaps\` (\`rank\`);`)
  await db.run(sql`CREATE INDEX \`gaps_merged_into_idx\` ON \`gaps\` (\`merged_into_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_gaps\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`seen\` numeric NOT NULL,
  	\`people\` numeric NOT NULL,
  	\`last_seen_at\` text NOT NULL,
  	\`bot_id\` text NOT NULL,
  	\`owner_id\` text,
  	\`closing_receipt_id\` text,
  	\`proof\` text,
  	\`closed_at\` text,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`closing_receipt_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_gaps\`("id", "question", "state", "reason", "seen", "people", "last_seen_at", "bot_id", "owner_id", "closing_receipt_id", "proof", "closed_at", "note", "updated_at", "created_at") SELECT "id", "question", "state", "reason", "seen", "people", "last_seen_at", "bot_id", "owner_id", "closing_receipt_id", "proof", "closed_at", "note", "updated_at", "created_at" FROM \`gaps\`;`)
  await db.run(sql`DROP TABLE \`gaps\`;`)
  await db.run(sql`ALTER TABLE \`__new_gaps\` RENAME TO \`gaps\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`gaps_state_idx\` ON \`gaps\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`gaps_bot_idx\` ON \`gaps\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_owner_idx\` ON \`gaps\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_closing_receipt_idx\` ON \`gaps\` (\`closing_receipt_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_updated_at_idx\` ON \`gaps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`gaps_created_at_idx\` ON \`gaps\` (\`created_at\`);`)
}
