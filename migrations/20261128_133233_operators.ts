import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`second_factors\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person_id\` text NOT NULL,
  	\`key\` text NOT NULL,
  	\`last_step\` numeric NOT NULL,
  	\`recovery_codes\` text NOT NULL,
  	\`since\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`second_factors_person_idx\` ON \`second_factors\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_updated_at_idx\` ON \`second_factors\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`second_factors_created_at_idx\` ON \`second_factors\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`identities_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`identities\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`identities_roles_order_idx\` ON \`identities_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`identities_roles_parent_idx\` ON \`identities_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`identities\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`user_id\` text NOT NULL,
  	\`issuer\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`connected_at\` text NOT NULL,
  	\`signed_in_at\` text NOT NULL,
  	\`ended_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`identities_user_idx\` ON \`identities\` (\`user_id\`);`)
  await db.run(sql`CREATE INDEX \`identities_updated_at_idx\` ON \`identities\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`identities_created_at_idx\` ON \`identities\` (\`created_at\`);`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_grants\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`person_id\` text,
  	\`state\` text NOT NULL,
  	\`asked_by_id\` text,
  	\`decided_by_id\` text,
  	\`decided_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`person_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`asked_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_grants\`("id", "kind", "title", "subject_id", "person_id", "state", "asked_by_id", "decided_by_id", "decided_at", "created_at", "updated_at") SELECT "id", "kind", "title", "subject_id", "person_id", "state", "asked_by_id", "decided_by_id", "decided_at", "created_at", "updated_at" FROM \`grants\`;`)
  await db.run(sql`DROP TABLE \`grants\`;`)
  await db.run(sql`ALTER TABLE \`__new_grants\` RENAME TO \`grants\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`grants_subject_id_idx\` ON \`grants\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_person_idx\` ON \`grants\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_state_idx\` ON \`grants\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`grants_asked_by_idx\` ON \`grants\` (\`asked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_decided_by_idx\` ON \`grants\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_created_at_idx\` ON \`grants\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`grants_updated_at_idx\` ON \`grants\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`topic_id\` text REFERENCES topics(id);`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`set_aside\` integer;`)
  await db.run(sql`CREATE INDEX \`gaps_topic_idx\` ON \`gaps\` (\`topic_id\`);`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`contact\` text;`)
  await db.run(sql`ALTER TABLE \`handovers\` ADD \`vault_key\` text;`)
  await db.run(sql`ALTER TABLE \`answers\` ADD \`traceparent\` text;`)
  await db.run(sql`ALTER TABLE \`webhook_deliveries\` ADD \`traceparent\` text;`)
  await db.run(sql`ALTER TABLE \`users_sessions\` ADD \`device\` text;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`gap_digest\` integer DEFAULT true;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`second_factor\` integer;`)
  await db.run(sql`ALTER TABLE \`handover_acts\` ADD \`sealed\` text;`)
  await db.run(sql`ALTER TABLE \`assist_records\` ADD \`handover_id\` text REFERENCES handovers(id);`)
  await db.run(sql`CREATE INDEX \`assist_records_handover_idx\` ON \`assist_records\` (\`handover_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`second_factors_id\` text REFERENCES second_factors(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`identities_id\` text REFERENCES identities(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_second_factors_id_idx\` ON \`payload_locked_documents_rels\` (\`second_factors_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_identities_id_idx\` ON \`payload_locked_documents_rels\` (\`identities_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`second_factors\`;`)
  await db.run(sql`DROP TABLE \`identities_roles\`;`)
  await db.run(sql`DROP TABLE \`identities\`;`)
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
  	\`verified_by_id\` text,
  	\`failing\` text,
  	\`wordings\` text,
  	\`tier\` text,
  	\`handovers\` numeric,
  	\`rank\` numeric,
  	\`due_at\` text,
  	\`merged_into_id\` text,
  	\`moved_in\` text,
  	\`moved_out\` text,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`closing_receipt_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`verified_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`merged_into_id\`) REFERENCES \`gaps\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_gaps\`("id", "question", "state", "reason", "seen", "people", "last_seen_at", "bot_id", "owner_id", "closing_receipt_id", "proof", "closed_at", "verified_by_id", "failing", "wordings", "tier", "handovers", "rank", "due_at", "merged_into_id", "moved_in", "moved_out", "note", "updated_at", "created_at") SELECT "id", "question", "state", "reason", "seen", "people", "last_seen_at", "bot_id", "owner_id", "closing_receipt_id", "proof", "closed_at", "verified_by_id", "failing", "wordings", "tier", "handovers", "rank", "due_at", "merged_into_id", "moved_in", "moved_out", "note", "updated_at", "created_at" FROM \`gaps\`;`)
  await db.run(sql`DROP TABLE \`gaps\`;`)
  await db.run(sql`ALTER TABLE \`__new_gaps\` RENAME TO \`gaps\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`gaps_state_idx\` ON \`gaps\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`gaps_bot_idx\` ON \`gaps\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_owner_idx\` ON \`gaps\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_closing_receipt_idx\` ON \`gaps\` (\`closing_receipt_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_verified_by_idx\` ON \`gaps\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_rank_idx\` ON \`gaps\` (\`rank\`);`)
  await db.run(sql`CREATE INDEX \`gaps_merged_into_idx\` ON \`gaps\` (\`merged_into_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_updated_at_idx\` ON \`gaps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`gaps_created_at_idx\` ON \`gaps\` (\`created_at\`);`)
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
  await db.run(sql`CREATE INDEX \`assist_records_assist_idx\` ON \`assist_records\` (\`assist\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_bot_idx\` ON \`assist_records\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_conversation_id_idx\` ON \`assist_records\` (\`conversation_id\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_updated_at_idx\` ON \`assist_records\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_created_at_idx\` ON \`assist_records\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`policies_id\` text,
  	\`faqs_id\` text,
  	\`escalation_policies_id\` text,
  	\`topics_id\` text,
  	\`sources_id\` text,
  	\`gaps_id\` text,
  	\`verdicts_id\` text,
  	\`handovers_id\` text,
  	\`answers_id\` text,
  	\`recalls_id\` text,
  	\`conversation_reports_id\` text,
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
  	\`assist_records_id\` text,
  	\`source_items_id\` text,
  	\`acceptance_checks_id\` text,
  	\`impact_reports_id\` text,
  	\`recalled_answers_id\` text,
  	\`recall_notices_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`policies_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`escalation_policies_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sources_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`gaps_id\`) REFERENCES \`gaps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`verdicts_id\`) REFERENCES \`verdicts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`handovers_id\`) REFERENCES \`handovers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`answers_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`recalls_id\`) REFERENCES \`recalls\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`conversation_reports_id\`) REFERENCES \`conversation_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  	FOREIGN KEY (\`assist_records_id\`) REFERENCES \`assist_records\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`source_items_id\`) REFERENCES \`source_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`acceptance_checks_id\`) REFERENCES \`acceptance_checks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`impact_reports_id\`) REFERENCES \`impact_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`recalled_answers_id\`) REFERENCES \`recalled_answers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`recall_notices_id\`) REFERENCES \`recall_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "policies_id", "faqs_id", "escalation_policies_id", "topics_id", "sources_id", "gaps_id", "verdicts_id", "handovers_id", "answers_id", "recalls_id", "conversation_reports_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "grants_id", "comments_id", "notifications_id", "bots_id", "webhooks_id", "webhook_deliveries_id", "users_id", "index_versions_id", "audit_log_id", "record_seals_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "handover_acts_id", "assist_records_id", "source_items_id", "acceptance_checks_id", "impact_reports_id", "recalled_answers_id", "recall_notices_id") SELECT "id", "order", "parent_id", "path", "policies_id", "faqs_id", "escalation_policies_id", "topics_id", "sources_id", "gaps_id", "verdicts_id", "handovers_id", "answers_id", "recalls_id", "conversation_reports_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "grants_id", "comments_id", "notifications_id", "bots_id", "webhooks_id", "webhook_deliveries_id", "users_id", "index_versions_id", "audit_log_id", "record_seals_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "handover_acts_id", "assist_records_id", "source_items_id", "acceptance_checks_id", "impact_reports_id", "recalled_answers_id", "recall_notices_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_policies_id_idx\` ON \`payload_locked_documents_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_faqs_id_idx\` ON \`payload_locked_documents_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_escalation_policies_id_idx\` ON \`payload_locked_documents_rels\` (\`escalation_policies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sources_id_idx\` ON \`payload_locked_documents_rels\` (\`sources_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gaps_id_idx\` ON \`payload_locked_documents_rels\` (\`gaps_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_verdicts_id_idx\` ON \`payload_locked_documents_rels\` (\`verdicts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_handovers_id_idx\` ON \`payload_locked_documents_rels\` (\`handovers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_answers_id_idx\` ON \`payload_locked_documents_rels\` (\`answers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recalls_id_idx\` ON \`payload_locked_documents_rels\` (\`recalls_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_conversation_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`conversation_reports_id\`);`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_assist_records_id_idx\` ON \`payload_locked_documents_rels\` (\`assist_records_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_source_items_id_idx\` ON \`payload_locked_documents_rels\` (\`source_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_acceptance_checks_id_idx\` ON \`payload_locked_documents_rels\` (\`acceptance_checks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_impact_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`impact_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recalled_answers_id_idx\` ON \`payload_locked_documents_rels\` (\`recalled_answers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recall_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`recall_notices_id\`);`)
  await db.run(sql`CREATE TABLE \`__new_grants\` (
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
  await db.run(sql`INSERT INTO \`__new_grants\`("id", "kind", "title", "subject_id", "person_id", "state", "asked_by_id", "decided_by_id", "decided_at", "created_at", "updated_at") SELECT "id", "kind", "title", "subject_id", "person_id", "state", "asked_by_id", "decided_by_id", "decided_at", "created_at", "updated_at" FROM \`grants\`;`)
  await db.run(sql`DROP TABLE \`grants\`;`)
  await db.run(sql`ALTER TABLE \`__new_grants\` RENAME TO \`grants\`;`)
  await db.run(sql`CREATE INDEX \`grants_subject_id_idx\` ON \`grants\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_person_idx\` ON \`grants\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_state_idx\` ON \`grants\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`grants_asked_by_idx\` ON \`grants\` (\`asked_by_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_decided_by_idx\` ON \`grants\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE INDEX \`grants_created_at_idx\` ON \`grants\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`grants_updated_at_idx\` ON \`grants\` (\`updated_at\`);`)
  await db.run(sql`ALTER TABLE \`handovers\` DROP COLUMN \`contact\`;`)
  await db.run(sql`ALTER TABLE \`handovers\` DROP COLUMN \`vault_key\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`traceparent\`;`)
  await db.run(sql`ALTER TABLE \`webhook_deliveries\` DROP COLUMN \`traceparent\`;`)
  await db.run(sql`ALTER TABLE \`users_sessions\` DROP COLUMN \`device\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`gap_digest\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`second_factor\`;`)
  await db.run(sql`ALTER TABLE \`handover_acts\` DROP COLUMN \`sealed\`;`)
}
