import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
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
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`key_id\` text;`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`record_seals_id\` text REFERENCES record_seals(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_record_seals_id_idx\` ON \`payload_locked_documents_rels\` (\`record_seals_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`record_seals\`;`)
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
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`key_id\`;`)
}
