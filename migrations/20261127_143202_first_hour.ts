import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`grants_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`grants\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`grants_roles_order_idx\` ON \`grants_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`grants_roles_parent_idx\` ON \`grants_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`grants\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`person_id\` text,
  	\`state\` text NOT NULL,
  	\`asked_by_id\` text NOT NULL,
  	\`decided_by_id\` text,
  	\`decided_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`asked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`grants_subject_id_idx\` ON \`grants\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_person_idx\` ON \`grants\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_state_idx\` ON \`grants\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`grants_asked_by_idx\` ON \`grants\` (\`asked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_decided_by_idx\` ON \`grants\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_created_at_idx\` ON \`grants\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`grants_updated_at_idx\` ON \`grants\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`record_seals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`of\` text NOT NULL,
  	\`row_id\` text NOT NULL,
  	\`revision\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`gone\` integer DEFAULT false NOT NULL,
  	\`key_id\` text NOT NULL,
  	\`mac\` text NOT NULL,
  	\`batch\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`record_seals_row_id_idx\` ON \`record_seals\` (\`row_id\`);`)
  await db.run(sql`CREATE INDEX \`record_seals_batch_idx\` ON \`record_seals\` (\`batch\`);`)
  await db.run(sql`DROP INDEX \`documentId_version_idx\`;`)
  await db.run(sql`ALTER TABLE \`approvals\` ADD \`risk_tier\` text;`)
  await db.run(sql`ALTER TABLE \`approvals\` ADD \`owner_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`approvals\` ADD \`review_every_days\` numeric;`)
  await db.run(sql`CREATE INDEX \`approvals_owner_idx\` ON \`approvals\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`documentCollection_documentId_version_idx\` ON \`approvals\` (\`document_collection\`,\`document_id\`,\`version\`);`)
  await db.run(sql`DROP INDEX \`documentId_sequence_idx\`;`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`owner_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`review_every_days\` numeric;`)
  await db.run(sql`CREATE INDEX \`releases_owner_idx\` ON \`releases\` (\`owner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`documentCollection_documentId_sequence_idx\` ON \`releases\` (\`document_collection\`,\`document_id\`,\`sequence\`);`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`supersedes\` text;`)
  await db.run(sql`CREATE INDEX \`answers_supersedes_idx\` ON \`answers\` (\`supersedes\`);`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`key_id\` text;`)
  await db.run(sql`ALTER TABLE \`source_items\` ADD \`omissions\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`grants_id\` text REFERENCES grants(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`record_seals_id\` text REFERENCES record_seals(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_grants_id_idx\` ON \`payload_locked_documents_rels\` (\`grants_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_record_seals_id_idx\` ON \`payload_locked_documents_rels\` (\`record_seals_id\`);`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`reset_password_requested_at\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`grants_roles\`;`)
  await db.run(sql`DROP TABLE \`grants\`;`)
  await db.run(sql`DROP TABLE \`record_seals\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_approvals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`decision\` text NOT NULL,
  	\`approver_id\` text NOT NULL,
  	\`on_behalf_of_id\` text,
  	\`audience\` text,
  	\`effective_from\` text,
  	\`expires_at\` text,
  	\`comment\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`approver_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`on_behalf_of_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_approvals\`("id", "document_collection", "document_id", "title", "version", "content_hash", "decision", "approver_id", "on_behalf_of_id", "audience", "effective_from", "expires_at", "comment", "updated_at", "created_at") SELECT "id", "document_collection", "document_id", "title", "version", "content_hash", "decision", "approver_id", "on_behalf_of_id", "audience", "effective_from", "expires_at", "comment", "updated_at", "created_at" FROM \`approvals\`;`)
  await db.run(sql`DROP TABLE \`approvals\`;`)
  await db.run(sql`ALTER TABLE \`__new_approvals\` RENAME TO \`approvals\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`approvals_document_id_idx\` ON \`approvals\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_approver_idx\` ON \`approvals\` (\`approver_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_on_behalf_of_idx\` ON \`approvals\` (\`on_behalf_of_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_updated_at_idx\` ON \`approvals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`approvals_created_at_idx\` ON \`approvals\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`documentId_version_idx\` ON \`approvals\` (\`document_id\`,\`version\`);`)
  await db.run(sql`CREATE TABLE \`__new_releases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`sequence\` numeric DEFAULT 1 NOT NULL,
  	\`title\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`text_hash\` text NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`faq\` integer DEFAULT false NOT NULL,
  	\`kind\` text,
  	\`audience\` text NOT NULL,
  	\`risk_tier\` text NOT NULL,
  	\`topic_id\` text,
  	\`locale\` text NOT NULL,
  	\`published_by_id\` text NOT NULL,
  	\`effective_from\` text,
  	\`expires_at\` text,
  	\`valid_from\` text,
  	\`valid_to\` text,
  	\`activated_at\` text,
  	\`withdrawn_at\` text,
  	\`review_at\` text,
  	\`chunker\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`published_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_releases\`("id", "document_collection", "document_id", "version", "sequence", "title", "text", "text_hash", "content_hash", "faq", "kind", "audience", "risk_tier", "topic_id", "locale", "published_by_id", "effective_from", "expires_at", "valid_from", "valid_to", "activated_at", "withdrawn_at", "review_at", "chunker", "updated_at", "created_at") SELECT "id", "document_collection", "document_id", "version", "sequence", "title", "text", "text_hash", "content_hash", "faq", "kind", "audience", "risk_tier", "topic_id", "locale", "published_by_id", "effective_from", "expires_at", "valid_from", "valid_to", "activated_at", "withdrawn_at", "review_at", "chunker", "updated_at", "created_at" FROM \`releases\`;`)
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`ALTER TABLE \`__new_releases\` RENAME TO \`releases\`;`)
  await db.run(sql`CREATE INDEX \`releases_document_id_idx\` ON \`releases\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_topic_idx\` ON \`releases\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_published_by_idx\` ON \`releases\` (\`published_by_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_valid_from_idx\` ON \`releases\` (\`valid_from\`);`)
  await db.run(sql`CREATE INDEX \`releases_valid_to_idx\` ON \`releases\` (\`valid_to\`);`)
  await db.run(sql`CREATE INDEX \`releases_updated_at_idx\` ON \`releases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_created_at_idx\` ON \`releases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`documentId_validFrom_idx\` ON \`releases\` (\`document_id\`,\`valid_from\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`documentId_sequence_idx\` ON \`releases\` (\`document_id\`,\`sequence\`);`)
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
  	\`eval_runs_id\` text,
  	\`calibrations_id\` text,
  	\`eval_cases_id\` text,
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
  	FOREIGN KEY (\`eval_runs_id\`) REFERENCES \`eval_runs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calibrations_id\`) REFERENCES \`calibrations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`eval_cases_id\`) REFERENCES \`eval_cases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "comments_id", "notifications_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "source_items_id") SELECT "id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "comments_id", "notifications_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "source_items_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_eval_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`eval_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_calibrations_id_idx\` ON \`payload_locked_documents_rels\` (\`calibrations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_eval_cases_id_idx\` ON \`payload_locked_documents_rels\` (\`eval_cases_id\`);`)
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
  await db.run(sql`DROP INDEX \`answers_supersedes_idx\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`supersedes\`;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`reset_password_requested_at\` text;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`key_id\`;`)
  await db.run(sql`ALTER TABLE \`source_items\` DROP COLUMN \`omissions\`;`)
}
