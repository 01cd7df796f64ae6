import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`source_items\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`source_id\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`location\` text NOT NULL,
  	\`extension\` text,
  	\`revision\` text,
  	\`sha256\` text,
  	\`fetched_at\` text NOT NULL,
  	\`documents\` numeric NOT NULL,
  	\`failures\` text NOT NULL,
  	\`failed\` integer DEFAULT false,
  	\`vanished_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`source_items_source_idx\` ON \`source_items\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`source_items_key_idx\` ON \`source_items\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`source_items_failed_idx\` ON \`source_items\` (\`failed\`);`)
  await db.run(sql`CREATE INDEX \`source_items_vanished_at_idx\` ON \`source_items\` (\`vanished_at\`);`)
  await db.run(sql`CREATE INDEX \`source_items_updated_at_idx\` ON \`source_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`source_items_created_at_idx\` ON \`source_items\` (\`created_at\`);`)
  await db.run(sql`DROP INDEX \`sources_location_idx\`;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`sync_every\` text DEFAULT 'never' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`audience\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`risk_tier\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`topic_id\` text REFERENCES topics(id);`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`locale\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`owner_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`last_sync_state\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`last_synced_at\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`last_error\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`items\` numeric;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`documents\` numeric;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`failed\` numeric;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`vanished\` numeric;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`conflicts\` numeric;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`last_report\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`sync_queued_at\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`syncing_since\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`sync_claim\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`sync_claim_ends_at\` text;`)
  await db.run(sql`ALTER TABLE \`sources\` ADD \`sync_progress\` text;`)
  await db.run(sql`CREATE INDEX \`sources_sync_every_idx\` ON \`sources\` (\`sync_every\`);`)
  await db.run(sql`CREATE INDEX \`sources_topic_idx\` ON \`sources\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`sources_owner_idx\` ON \`sources\` (\`owner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`kind_location_idx\` ON \`sources\` (\`kind\`,\`location\`);`)
  await db.run(sql`CREATE INDEX \`sources_location_idx\` ON \`sources\` (\`location\`);`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`last_ingested_at\`;`)
  await db.run(sql`ALTER TABLE \`sources\` DROP COLUMN \`report\`;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`source_location\` text;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`source_fetched_at\` text;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`source_content_hash\` text;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`source_vanished_at\` text;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`source_conflict_at\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_source_location\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_source_fetched_at\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_source_content_hash\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_source_vanished_at\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_source_conflict_at\` text;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`source_location\` text;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`source_fetched_at\` text;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`source_content_hash\` text;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`source_vanished_at\` text;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`source_conflict_at\` text;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_source_location\` text;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_source_fetched_at\` text;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_source_content_hash\` text;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_source_vanished_at\` text;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_source_conflict_at\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`done\` numeric;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`total\` numeric;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`rate\` numeric;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`started_at\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`builder\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`heartbeat\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`problem\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`built_at\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`check\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`reconciled_at\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`removed_at\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`source_items_id\` text REFERENCES source_items(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_source_items_id_idx\` ON \`payload_locked_documents_rels\` (\`source_items_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`source_items\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_sources\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`location\` text NOT NULL,
  	\`last_ingested_at\` text,
  	\`report\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_sources\`("id", "name", "kind", "location", "last_ingested_at", "report", "updated_at", "created_at") SELECT "id", "name", "kind", "location", "last_ingested_at", "report", "updated_at", "created_at" FROM \`sources\`;`)
  await db.run(sql`DROP TABLE \`sources\`;`)
  await db.run(sql`ALTER TABLE \`__new_sources\` RENAME TO \`sources\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE UNIQUE INDEX \`sources_location_idx\` ON \`sources\` (\`location\`);`)
  await db.run(sql`CREATE INDEX \`sources_updated_at_idx\` ON \`sources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sources_created_at_idx\` ON \`sources\` (\`created_at\`);`)
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
  	FOREIGN KEY (\`gap_events_id\`) REFERENCES \`gap_events\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "delegations_id", "comments_id", "notifications_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id") SELECT "id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "delegations_id", "comments_id", "notifications_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`source_location\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`source_fetched_at\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`source_content_hash\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`source_vanished_at\`;`)
  await db.run(sql`ALTER TABLE \`policies\` DROP COLUMN \`source_conflict_at\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_source_location\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_source_fetched_at\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_source_content_hash\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_source_vanished_at\`;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` DROP COLUMN \`version_source_conflict_at\`;`)
  await db.run(sql`ALTER TABLE \`faqs\` DROP COLUMN \`source_location\`;`)
  await db.run(sql`ALTER TABLE \`faqs\` DROP COLUMN \`source_fetched_at\`;`)
  await db.run(sql`ALTER TABLE \`faqs\` DROP COLUMN \`source_content_hash\`;`)
  await db.run(sql`ALTER TABLE \`faqs\` DROP COLUMN \`source_vanished_at\`;`)
  await db.run(sql`ALTER TABLE \`faqs\` DROP COLUMN \`source_conflict_at\`;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` DROP COLUMN \`version_source_location\`;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` DROP COLUMN \`version_source_fetched_at\`;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` DROP COLUMN \`version_source_content_hash\`;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` DROP COLUMN \`version_source_vanished_at\`;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` DROP COLUMN \`version_source_conflict_at\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`done\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`total\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`rate\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`started_at\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`builder\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`heartbeat\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`problem\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`built_at\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`check\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`reconciled_at\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`removed_at\`;`)
}
