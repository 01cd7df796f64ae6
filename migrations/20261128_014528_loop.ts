import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`policies_acceptance\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`expects\` text DEFAULT 'answer' NOT NULL,
  	\`says\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_acceptance_order_idx\` ON \`policies_acceptance\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`policies_acceptance_parent_id_idx\` ON \`policies_acceptance\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_version_acceptance\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`expects\` text DEFAULT 'answer' NOT NULL,
  	\`says\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_version_acceptance_order_idx\` ON \`_policies_v_version_acceptance\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_acceptance_parent_id_idx\` ON \`_policies_v_version_acceptance\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`faqs_acceptance\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`expects\` text DEFAULT 'answer' NOT NULL,
  	\`says\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`faqs_acceptance_order_idx\` ON \`faqs_acceptance\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`faqs_acceptance_parent_id_idx\` ON \`faqs_acceptance\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_faqs_v_version_acceptance\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`expects\` text DEFAULT 'answer' NOT NULL,
  	\`says\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_acceptance_order_idx\` ON \`_faqs_v_version_acceptance\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_acceptance_parent_id_idx\` ON \`_faqs_v_version_acceptance\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`topics_takes_over\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_takes_over_order_idx\` ON \`topics_takes_over\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`topics_takes_over_parent_idx\` ON \`topics_takes_over\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`recalls\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`release_id\` text NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`risk_tier\` text NOT NULL,
  	\`cause\` text NOT NULL,
  	\`reason\` text,
  	\`state\` text NOT NULL,
  	\`answers\` numeric,
  	\`conversations\` numeric,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`recalls_release_idx\` ON \`recalls\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`recalls_document_id_idx\` ON \`recalls\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`recalls_state_idx\` ON \`recalls\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`recalls_created_at_idx\` ON \`recalls\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`recalls_updated_at_idx\` ON \`recalls\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`acceptance_checks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`question\` text NOT NULL,
  	\`expects\` text NOT NULL,
  	\`holds\` integer,
  	\`problem\` text,
  	\`broken_by\` text,
  	\`gap_id\` text,
  	\`checked_at\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`gap_id\`) REFERENCES \`gaps\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`acceptance_checks_document_id_idx\` ON \`acceptance_checks\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`acceptance_checks_holds_idx\` ON \`acceptance_checks\` (\`holds\`);`)
  await db.run(sql`CREATE INDEX \`acceptance_checks_gap_idx\` ON \`acceptance_checks\` (\`gap_id\`);`)
  await db.run(sql`CREATE INDEX \`acceptance_checks_updated_at_idx\` ON \`acceptance_checks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`acceptance_checks_created_at_idx\` ON \`acceptance_checks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`impact_reports\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`problem\` text,
  	\`report\` text,
  	\`report_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`impact_reports_document_id_idx\` ON \`impact_reports\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`impact_reports_report_hash_idx\` ON \`impact_reports\` (\`report_hash\`);`)
  await db.run(sql`CREATE INDEX \`impact_reports_updated_at_idx\` ON \`impact_reports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`impact_reports_created_at_idx\` ON \`impact_reports\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`recalled_answers\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`recall_id\` text NOT NULL,
  	\`receipt_id\` text NOT NULL,
  	\`bot_id\` text NOT NULL,
  	\`conversation_id\` text,
  	\`answered_at\` text,
  	\`follow_up\` text,
  	\`note\` text,
  	\`done_by_id\` text,
  	\`done_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`recall_id\`) REFERENCES \`recalls\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`receipt_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`done_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`recalled_answers_recall_idx\` ON \`recalled_answers\` (\`recall_id\`);`)
  await db.run(sql`CREATE INDEX \`recalled_answers_receipt_idx\` ON \`recalled_answers\` (\`receipt_id\`);`)
  await db.run(sql`CREATE INDEX \`recalled_answers_bot_idx\` ON \`recalled_answers\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`recalled_answers_conversation_id_idx\` ON \`recalled_answers\` (\`conversation_id\`);`)
  await db.run(sql`CREATE INDEX \`recalled_answers_follow_up_idx\` ON \`recalled_answers\` (\`follow_up\`);`)
  await db.run(sql`CREATE INDEX \`recalled_answers_done_by_idx\` ON \`recalled_answers\` (\`done_by_id\`);`)
  await db.run(sql`CREATE INDEX \`recalled_answers_updated_at_idx\` ON \`recalled_answers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`recalled_answers_created_at_idx\` ON \`recalled_answers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`recall_notices\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`recall_id\` text NOT NULL,
  	\`bot_id\` text NOT NULL,
  	\`webhook_id\` text NOT NULL,
  	\`answers\` numeric NOT NULL,
  	\`deadline\` text NOT NULL,
  	\`acknowledged_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`recall_id\`) REFERENCES \`recalls\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`webhook_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`recall_notices_recall_idx\` ON \`recall_notices\` (\`recall_id\`);`)
  await db.run(sql`CREATE INDEX \`recall_notices_bot_idx\` ON \`recall_notices\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`recall_notices_webhook_idx\` ON \`recall_notices\` (\`webhook_id\`);`)
  await db.run(sql`CREATE INDEX \`recall_notices_updated_at_idx\` ON \`recall_notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`recall_notices_created_at_idx\` ON \`recall_notices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`bot_acknowledgedAt_idx\` ON \`recall_notices\` (\`bot_id\`,\`acknowledged_at\`);`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`non_answer\` integer;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_non_answer\` integer;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`verified_by_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`failing\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`wordings\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`tier\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`handovers\` numeric;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`rank\` numeric;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`due_at\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`merged_into_id\` text REFERENCES gaps(id);`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`moved_in\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`moved_out\` text;`)
  await db.run(sql`CREATE INDEX \`gaps_verified_by_idx\` ON \`gaps\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_rank_idx\` ON \`gaps\` (\`rank\`);`)
  await db.run(sql`CREATE INDEX \`gaps_merged_into_idx\` ON \`gaps\` (\`merged_into_id\`);`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`signed\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`name\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`expires_on\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`scopes\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`origins\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`networks\` text;`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`recall_webhook_id\` text REFERENCES webhooks(id);`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`requests_per_day\` numeric;`)
  await db.run(sql`CREATE INDEX \`bots_recall_webhook_idx\` ON \`bots\` (\`recall_webhook_id\`);`)
  await db.run(sql`ALTER TABLE \`record_seals\` ADD \`digest\` text;`)
  await db.run(sql`ALTER TABLE \`approvals\` ADD \`report_hash\` text;`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`acceptance\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`recalls_id\` text REFERENCES recalls(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`acceptance_checks_id\` text REFERENCES acceptance_checks(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`impact_reports_id\` text REFERENCES impact_reports(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`recalled_answers_id\` text REFERENCES recalled_answers(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`recall_notices_id\` text REFERENCES recall_notices(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recalls_id_idx\` ON \`payload_locked_documents_rels\` (\`recalls_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_acceptance_checks_id_idx\` ON \`payload_locked_documents_rels\` (\`acceptance_checks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_impact_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`impact_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recalled_answers_id_idx\` ON \`payload_locked_documents_rels\` (\`recalled_answers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recall_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`recall_notices_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`policies_acceptance\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_version_acceptance\`;`)
  await db.run(sql`DROP TABLE \`faqs_acceptance\`;`)
  await db.run(sql`DROP TABLE \`_faqs_v_version_acceptance\`;`)
  await db.run(sql`DROP TABLE \`topics_takes_over\`;`)
  await db.run(sql`DROP TABLE \`recalls\`;`)
  await db.run(sql`DROP TABLE \`acceptance_checks\`;`)
  await db.run(sql`DROP TABLE \`impact_reports\`;`)
  await db.run(sql`DROP TABLE \`recalled_answers\`;`)
  await db.run(sql`DROP TABLE \`recall_notices\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_bots\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`enabled\` integer DEFAULT true,
  	\`answer_mode\` text DEFAULT 'quoted',
  	\`tone\` text,
  	\`next_kind\` text DEFAULT 'person',
  	\`next_url\` text,
  	\`next_phone\` text,
  	\`next_hours\` text,
  	\`next_words\` text,
  	\`requests_per_minute\` numeric DEFAULT 600 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`INSERT INTO \`__new_bots\`("id", "name", "enabled", "answer_mode", "tone", "next_kind", "next_url", "next_phone", "next_hours", "next_words", "requests_per_minute", "updated_at", "created_at") SELECT "id", "name", "enabled", "answer_mode", "tone", "next_kind", "next_url", "next_phone", "next_hours", "next_words", "requests_per_minute", "updated_at", "created_at" FROM \`bots\`;`)
  await db.run(sql`DROP TABLE \`bots\`;`)
  await db.run(sql`ALTER TABLE \`__new_bots\` RENAME TO \`bots\`;`)
  await db.run(sql`CREATE UNIQUE INDEX \`bots_name_idx\` ON \`bots\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`bots_updated_at_idx\` ON \`bots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bots_created_at_idx\` ON \`bots\` (\`created_at\`);`)
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
  	\`webhooks_id\` text,
  	\`webhook_deliveries_id\` text,
  	\`users_id\` text,
  	\`index_versions_id\` text,
  	\`audit_log_id\` text,
  	\`record_seals_id\` text,
  	\`approvals_id\` text,
  	\`releases_id\` text,
  	\`chunks_id\` text,
  	\`gap_events_id\` text,
  	\`handover_acts_id\` text,
  	\`conversation_reports_id\` text,
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
  	FOREIGN KEY (\`webhooks_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`webhook_deliveries_id\`) REFERENCES \`webhook_deliveries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`index_versions_id\`) REFERENCES \`index_versions\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`audit_log_id\`) REFERENCES \`audit_log\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`record_seals_id\`) REFERENCES \`record_seals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`approvals_id\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`releases_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`chunks_id\`) REFERENCES \`chunks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gap_events_id\`) REFERENCES \`gap_events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`handover_acts_id\`) REFERENCES \`handover_acts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`conversation_reports_id\`) REFERENCES \`conversation_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`source_items_id\`) REFERENCES \`source_items\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "grants_id", "comments_id", "notifications_id", "bots_id", "webhooks_id", "webhook_deliveries_id", "users_id", "index_versions_id", "audit_log_id", "record_seals_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "handover_acts_id", "conversation_reports_id", "source_items_id") SELECT "id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "grants_id", "comments_id", "notifications_id", "bots_id", "webhooks_id", "webhook_deliveries_id", "users_id", "index_versions_id", "audit_log_id", "record_seals_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "handover_acts_id", "conversation_reports_id", "source_items_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhooks_id_idx\` ON \`payload_locked_documents_rels\` (\`webhooks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhook_deliveries_id_idx\` ON \`payload_locked_documents_rels\` (\`webhook_deliveries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_index_versions_id_idx\` ON \`payload_locked_documents_rels\` (\`index_versions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_record_seals_id_idx\` ON \`payload_locked_documents_rels\` (\`record_seals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_approvals_id_idx\` ON \`payload_locked_documents_rels\` (\`approvals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_releases_id_idx\` ON \`payload_locked_documents_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_chunks_id_idx\` ON \`payload_locked_documents_rels\` (\`chunks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gap_events_id_idx\` ON \`payload_locked_documents_rels\` (\`gap_events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_handover_acts_id_idx\` ON \`payload_locked_documents_rels\` (\`handover_acts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_conversation_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`conversation_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_source_items_id_idx\` ON \`payload_locked_documents_rels\` (\`source_items_id\`);`)
  await db.run(sql`ALTER TABLE \`faqs\` DROP COLUMN \`non_answer\`;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` DROP COLUMN \`version_non_answer\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`signed\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`name\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`expires_on\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`scopes\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`origins\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`networks\`;`)
  await db.run(sql`ALTER TABLE \`record_seals\` DROP COLUMN \`digest\`;`)
  await db.run(sql`ALTER TABLE \`approvals\` DROP COLUMN \`report_hash\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`acceptance\`;`)
}
