import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`webhooks_events\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`webhooks_events_order_idx\` ON \`webhooks_events\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_events_parent_idx\` ON \`webhooks_events\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`webhooks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`url\` text NOT NULL,
  	\`enabled\` integer DEFAULT true,
  	\`with_package\` integer DEFAULT false,
  	\`secret\` text,
  	\`old_secret\` text,
  	\`old_secret_until\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`webhooks_name_idx\` ON \`webhooks\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_updated_at_idx\` ON \`webhooks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`webhooks_created_at_idx\` ON \`webhooks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`webhook_deliveries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`webhook_id\` text NOT NULL,
  	\`message_id\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`happened_at\` text NOT NULL,
  	\`data\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`last_error\` text,
  	\`next_try_at\` text,
  	\`delivered_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`webhook_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_webhook_idx\` ON \`webhook_deliveries\` (\`webhook_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_message_id_idx\` ON \`webhook_deliveries\` (\`message_id\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_state_idx\` ON \`webhook_deliveries\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_created_at_idx\` ON \`webhook_deliveries\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`webhook_deliveries_updated_at_idx\` ON \`webhook_deliveries\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`handover_acts\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`handover_id\` text NOT NULL,
  	\`act\` text NOT NULL,
  	\`by\` text NOT NULL,
  	\`by_name\` text NOT NULL,
  	\`text\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`handover_id\`) REFERENCES \`handovers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`handover_acts_handover_idx\` ON \`handover_acts\` (\`handover_id\`);`)
  await db.run(sql`CREATE INDEX \`handover_acts_updated_at_idx\` ON \`handover_acts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`handover_acts_created_at_idx\` ON \`handover_acts\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`conversation_reports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`bot_id\` text NOT NULL,
  	\`conversation_id\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`resolved\` integer,
  	\`resolved_by\` text,
  	\`reopened\` integer,
  	\`csat\` numeric,
  	\`thumbs\` text,
  	\`receipt_id\` text,
  	\`comment\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`receipt_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`conversation_reports_bot_idx\` ON \`conversation_reports\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`conversation_reports_conversation_id_idx\` ON \`conversation_reports\` (\`conversation_id\`);`)
  await db.run(sql`CREATE INDEX \`conversation_reports_receipt_idx\` ON \`conversation_reports\` (\`receipt_id\`);`)
  await db.run(sql`CREATE INDEX \`conversation_reports_updated_at_idx\` ON \`conversation_reports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`conversation_reports_created_at_idx\` ON \`conversation_reports\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`state\` text;`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`bot_id\` text REFERENCES bots(id);`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`claimed_by\` text;`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`claimed_by_name\` text;`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`claimed_at\` text;`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`ended_at\` text;`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`summary\` text;`)
  await db.run(sql`CREATE INDEX \`handovers_state_idx\` ON \`handovers\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`handovers_bot_idx\` ON \`handovers\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`handovers_claimed_by_idx\` ON \`handovers\` (\`claimed_by\`);`)
  await db.run(sql`CREATE INDEX \`handovers_ended_at_idx\` ON \`handovers\` (\`ended_at\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`webhooks_id\` text REFERENCES webhooks(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`webhook_deliveries_id\` text REFERENCES webhook_deliveries(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`handover_acts_id\` text REFERENCES handover_acts(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`conversation_reports_id\` text REFERENCES conversation_reports(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhooks_id_idx\` ON \`payload_locked_documents_rels\` (\`webhooks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhook_deliveries_id_idx\` ON \`payload_locked_documents_rels\` (\`webhook_deliveries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_handover_acts_id_idx\` ON \`payload_locked_documents_rels\` (\`handover_acts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_conversation_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`conversation_reports_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`webhooks_events\`;`)
  await db.run(sql`DROP TABLE \`webhooks\`;`)
  await db.run(sql`DROP TABLE \`webhook_deliveries\`;`)
  await db.run(sql`DROP TABLE \`handover_acts\`;`)
  await db.run(sql`DROP TABLE \`conversation_reports\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_handovers\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`urgency\` text NOT NULL,
  	\`queue\` text NOT NULL,
  	\`receipt_id\` text NOT NULL,
  	\`package\` text NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`receipt_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_handovers\`("id", "question", "reason", "urgency", "queue", "receipt_id", "package", "created_at", "updated_at") SELECT "id", "question", "reason", "urgency", "queue", "receipt_id", "package", "created_at", "updated_at" FROM \`handovers\`;`)
  await db.run(sql`DROP TABLE \`handovers\`;`)
  await db.run(sql`ALTER TABLE \`__new_handovers\` RENAME TO \`handovers\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`handovers_receipt_idx\` ON \`handovers\` (\`receipt_id\`);`)
  await db.run(sql`CREATE INDEX \`handovers_created_at_idx\` ON \`handovers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`handovers_updated_at_idx\` ON \`handovers\` (\`updated_at\`);`)
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
  	\`grants_id\` text,
  	\`comments_id\` text,
  	\`notifications_id\` text,
  	\`bots_id\` text,
  	\`users_id\` text,
  	\`index_versions_id\` text,
  	\`audit_log_id\` text,
  	\`record_seals_id\` text,
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
  	FOREIGN KEY (\`grants_id\`) REFERENCES \`grants\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`comments_id\`) REFERENCES \`comments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notifications_id\`) REFERENCES \`notifications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`bots_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`index_versions_id\`) REFERENCES \`index_versions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_log_id\`) REFERENCES \`audit_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`record_seals_id\`) REFERENCES \`record_seals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`approvals_id\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`releases_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`chunks_id\`) REFERENCES \`chunks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gap_events_id\`) REFERENCES \`gap_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`source_items_id\`) REFERENCES \`source_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "grants_id", "comments_id", "notifications_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "record_seals_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "source_items_id") SELECT "id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "grants_id", "comments_id", "notifications_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "record_seals_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "source_items_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_grants_id_idx\` ON \`payload_locked_documents_rels\` (\`grants_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notifications_id_idx\` ON \`payload_locked_documents_rels\` (\`notifications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bots_id_idx\` ON \`payload_locked_documents_rels\` (\`bots_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_index_versions_id_idx\` ON \`payload_locked_documents_rels\` (\`index_versions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_record_seals_id_idx\` ON \`payload_locked_documents_rels\` (\`record_seals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_approvals_id_idx\` ON \`payload_locked_documents_rels\` (\`approvals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_releases_id_idx\` ON \`payload_locked_documents_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_chunks_id_idx\` ON \`payload_locked_documents_rels\` (\`chunks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gap_events_id_idx\` ON \`payload_locked_documents_rels\` (\`gap_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_source_items_id_idx\` ON \`payload_locked_documents_rels\` (\`source_items_id\`);`)
}
