import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`topics_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_texts_order_parent\` ON \`topics_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`eval_runs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`set\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`questions\` numeric NOT NULL,
  	\`done\` numeric NOT NULL,
  	\`numbers\` text NOT NULL,
  	\`versions\` text NOT NULL,
  	\`results\` text NOT NULL,
  	\`file\` text,
  	\`problem\` text,
  	\`finished_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`eval_runs_set_idx\` ON \`eval_runs\` (\`set\`);`)
  await db.run(sql`CREATE INDEX \`eval_runs_state_idx\` ON \`eval_runs\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`eval_runs_created_at_idx\` ON \`eval_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`eval_runs_updated_at_idx\` ON \`eval_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`calibrations\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`artefact\` text NOT NULL,
  	\`report\` text NOT NULL,
  	\`fitted_on\` text NOT NULL,
  	\`embedding_model\` text,
  	\`approved_by_id\` text,
  	\`approved_by_name\` text,
  	\`approved_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`calibrations_name_idx\` ON \`calibrations\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`calibrations_state_idx\` ON \`calibrations\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`calibrations_approved_by_idx\` ON \`calibrations\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`calibrations_created_at_idx\` ON \`calibrations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`calibrations_updated_at_idx\` ON \`calibrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`eval_cases_history\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`role\` text NOT NULL,
  	\`content\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`eval_cases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`eval_cases_history_order_idx\` ON \`eval_cases_history\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_history_parent_id_idx\` ON \`eval_cases_history\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`eval_cases_audiences\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`eval_cases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`eval_cases_audiences_order_idx\` ON \`eval_cases_audiences\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_audiences_parent_idx\` ON \`eval_cases_audiences\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`eval_cases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`expected_outcome\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`locale\` text DEFAULT 'en-GB' NOT NULL,
  	\`active\` integer DEFAULT true,
  	\`origin\` text DEFAULT 'reviewer' NOT NULL,
  	\`gap_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`gap_id\`) REFERENCES \`gaps\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`eval_cases_origin_idx\` ON \`eval_cases\` (\`origin\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_gap_idx\` ON \`eval_cases\` (\`gap_id\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_updated_at_idx\` ON \`eval_cases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_created_at_idx\` ON \`eval_cases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`eval_cases_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`eval_cases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`eval_cases_texts_order_parent\` ON \`eval_cases_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`eval_cases_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`policies_id\` text,
  	\`faqs_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`eval_cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`policies_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`eval_cases_rels_order_idx\` ON \`eval_cases_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_rels_parent_idx\` ON \`eval_cases_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_rels_path_idx\` ON \`eval_cases_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_rels_policies_id_idx\` ON \`eval_cases_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`eval_cases_rels_faqs_id_idx\` ON \`eval_cases_rels\` (\`faqs_id\`);`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`redacted\` integer;`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`because\` text;`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`audiences\` text;`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`searched\` text;`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`features\` text;`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`generation\` text;`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`answer_mode\` text DEFAULT 'quoted';`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`tone\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`eval_runs_id\` text REFERENCES eval_runs(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`calibrations_id\` text REFERENCES calibrations(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`eval_cases_id\` text REFERENCES eval_cases(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_eval_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`eval_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_calibrations_id_idx\` ON \`payload_locked_documents_rels\` (\`calibrations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_eval_cases_id_idx\` ON \`payload_locked_documents_rels\` (\`eval_cases_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`topics_texts\`;`)
  await db.run(sql`DROP TABLE \`eval_runs\`;`)
  await db.run(sql`DROP TABLE \`calibrations\`;`)
  await db.run(sql`DROP TABLE \`eval_cases_history\`;`)
  await db.run(sql`DROP TABLE \`eval_cases_audiences\`;`)
  await db.run(sql`DROP TABLE \`eval_cases\`;`)
  await db.run(sql`DROP TABLE \`eval_cases_texts\`;`)
  await db.run(sql`DROP TABLE \`eval_cases_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`policies_id\` text,
  	\`faqs_id\` text,
  	\`topics_id\` text,
  	\`sources_id\` text,
  	\`gaps_id\` text,
  	\`handovers_id\` text,
  	\`answers_id\` text,
  	\`delegations_id\` text,
  	\`comments_id\` text,
  	\`notifications_id\` text,
  	\`bots_id\` text,
  	\`users_id\` text,
  	\`index_versions_id\` text,
  	\`audit_log_id\` text,
  	\`approvals_id\` text,
  	\`releases_id\` text,
  	\`chunks_id\` text,
  	\`gap_events_id\` text,
  	\`source_items_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`policies_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gaps_id\`) REFERENCES \`gaps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`handovers_id\`) REFERENCES \`handovers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`answers_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`delegations_id\`) REFERENCES \`delegations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`comments_id\`) REFERENCES \`comments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notifications_id\`) REFERENCES \`notifications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bots_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`index_versions_id\`) REFERENCES \`index_versions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_log_id\`) REFERENCES \`audit_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`approvals_id\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`releases_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`chunks_id\`) REFERENCES \`chunks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gap_events_id\`) REFERENCES \`gap_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`source_items_id\`) REFERENCES \`source_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "delegations_id", "comments_id", "notifications_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "source_items_id") SELECT "id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "delegations_id", "comments_id", "notifications_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "source_items_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_policies_id_idx\` ON \`payload_locked_documents_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_faqs_id_idx\` ON \`payload_locked_documents_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sources_id_idx\` ON \`payload_locked_documents_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gaps_id_idx\` ON \`payload_locked_documents_rels\` (\`gaps_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_handovers_id_idx\` ON \`payload_locked_documents_rels\` (\`handovers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_answers_id_idx\` ON \`payload_locked_documents_rels\` (\`answers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_delegations_id_idx\` ON \`payload_locked_documents_rels\` (\`delegations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notifications_id_idx\` ON \`payload_locked_documents_rels\` (\`notifications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bots_id_idx\` ON \`payload_locked_documents_rels\` (\`bots_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_index_versions_id_idx\` ON \`payload_locked_documents_rels\` (\`index_versions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_approvals_id_idx\` ON \`payload_locked_documents_rels\` (\`approvals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_releases_id_idx\` ON \`payload_locked_documents_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_chunks_id_idx\` ON \`payload_locked_documents_rels\` (\`chunks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gap_events_id_idx\` ON \`payload_locked_documents_rels\` (\`gap_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_source_items_id_idx\` ON \`payload_locked_documents_rels\` (\`source_items_id\`);`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`redacted\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`because\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`audiences\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`searched\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`features\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`generation\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`answer_mode\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`tone\`;`)
}
