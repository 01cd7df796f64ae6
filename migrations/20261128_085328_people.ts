import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`escalation_policies_words\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`locale\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`outside\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`escalation_policies_words_order_idx\` ON \`escalation_policies_words\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_words_parent_id_idx\` ON \`escalation_policies_words\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`escalation_policies_helplines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`country\` text NOT NULL,
  	\`line\` text NOT NULL,
  	\`number\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`escalation_policies_helplines_order_idx\` ON \`escalation_policies_helplines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_helplines_parent_id_idx\` ON \`escalation_policies_helplines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`escalation_policies_opening_hours_days\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`escalation_policies_opening_hours\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`escalation_policies_opening_hours_days_order_idx\` ON \`escalation_policies_opening_hours_days\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_opening_hours_days_parent_idx\` ON \`escalation_policies_opening_hours_days\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`escalation_policies_opening_hours\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text DEFAULT '09:00' NOT NULL,
  	\`to\` text DEFAULT '17:00' NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`escalation_policies_opening_hours_order_idx\` ON \`escalation_policies_opening_hours\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_opening_hours_parent_id_idx\` ON \`escalation_policies_opening_hours\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`escalation_policies_acceptance\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`expects\` text DEFAULT 'answer' NOT NULL,
  	\`says\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`escalation_policies_acceptance_order_idx\` ON \`escalation_policies_acceptance\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_acceptance_parent_id_idx\` ON \`escalation_policies_acceptance\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`escalation_policies\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`workflow_state\` text DEFAULT 'draft' NOT NULL,
  	\`version\` numeric DEFAULT 1 NOT NULL,
  	\`content_hash\` text,
  	\`live_release_id\` text,
  	\`live_version\` numeric,
  	\`source_id\` text,
  	\`source_key\` text,
  	\`source_hash\` text,
  	\`source_location\` text,
  	\`source_fetched_at\` text,
  	\`source_content_hash\` text,
  	\`source_vanished_at\` text,
  	\`source_conflict_at\` text,
  	\`in_review_since\` text,
  	\`verified_at\` text,
  	\`verified_by_id\` text,
  	\`review_at\` text,
  	\`title\` text NOT NULL,
  	\`label\` text NOT NULL,
  	\`role\` text DEFAULT 'escalate' NOT NULL,
  	\`urgency\` text DEFAULT 'normal' NOT NULL,
  	\`threshold\` numeric,
  	\`queue\` text,
  	\`time_zone\` text DEFAULT 'Europe/London',
  	\`outside_queue\` text,
  	\`topic_id\` text,
  	\`audience\` text DEFAULT 'public' NOT NULL,
  	\`risk_tier\` text DEFAULT 'standard' NOT NULL,
  	\`owner_id\` text,
  	\`locale\` text DEFAULT 'en-GB' NOT NULL,
  	\`effective_from\` text,
  	\`expires_at\` text,
  	\`review_every_days\` numeric DEFAULT 180,
  	\`translation_of_id\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`live_release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`verified_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`translation_of_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`escalation_policies_workflow_state_idx\` ON \`escalation_policies\` (\`workflow_state\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_live_release_idx\` ON \`escalation_policies\` (\`live_release_id\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_source_idx\` ON \`escalation_policies\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_source_key_idx\` ON \`escalation_policies\` (\`source_key\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_verified_by_idx\` ON \`escalation_policies\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_review_at_idx\` ON \`escalation_policies\` (\`review_at\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_label_idx\` ON \`escalation_policies\` (\`label\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_topic_idx\` ON \`escalation_policies\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_audience_idx\` ON \`escalation_policies\` (\`audience\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_owner_idx\` ON \`escalation_policies\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_translation_of_idx\` ON \`escalation_policies\` (\`translation_of_id\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_updated_at_idx\` ON \`escalation_policies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_created_at_idx\` ON \`escalation_policies\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_deleted_at_idx\` ON \`escalation_policies\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`escalation_policies_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`escalation_policies_texts_order_parent\` ON \`escalation_policies_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_texts_parent_idx\` ON \`escalation_policies_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`escalation_policies_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`escalation_policies_rels_order_idx\` ON \`escalation_policies_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_rels_parent_idx\` ON \`escalation_policies_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_rels_path_idx\` ON \`escalation_policies_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`escalation_policies_rels_users_id_idx\` ON \`escalation_policies_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_escalation_policies_v_version_words\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`locale\` text NOT NULL,
  	\`text\` text NOT NULL,
  	\`outside\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_escalation_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_words_order_idx\` ON \`_escalation_policies_v_version_words\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_words_parent_id_idx\` ON \`_escalation_policies_v_version_words\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_escalation_policies_v_version_helplines\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`country\` text NOT NULL,
  	\`line\` text NOT NULL,
  	\`number\` text NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_escalation_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_helplines_order_idx\` ON \`_escalation_policies_v_version_helplines\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_helplines_parent_id_idx\` ON \`_escalation_policies_v_version_helplines\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_escalation_policies_v_version_opening_hours_days\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_escalation_policies_v_version_opening_hours\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_opening_hours_days_order_idx\` ON \`_escalation_policies_v_version_opening_hours_days\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_opening_hours_days_parent_idx\` ON \`_escalation_policies_v_version_opening_hours_days\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_escalation_policies_v_version_opening_hours\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`from\` text DEFAULT '09:00' NOT NULL,
  	\`to\` text DEFAULT '17:00' NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_escalation_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_opening_hours_order_idx\` ON \`_escalation_policies_v_version_opening_hours\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_opening_hours_parent_id_idx\` ON \`_escalation_policies_v_version_opening_hours\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_escalation_policies_v_version_acceptance\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`expects\` text DEFAULT 'answer' NOT NULL,
  	\`says\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_escalation_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_acceptance_order_idx\` ON \`_escalation_policies_v_version_acceptance\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_acceptance_parent_id_idx\` ON \`_escalation_policies_v_version_acceptance\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_escalation_policies_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text,
  	\`version_workflow_state\` text DEFAULT 'draft' NOT NULL,
  	\`version_version\` numeric DEFAULT 1 NOT NULL,
  	\`version_content_hash\` text,
  	\`version_live_release_id\` text,
  	\`version_live_version\` numeric,
  	\`version_source_id\` text,
  	\`version_source_key\` text,
  	\`version_source_hash\` text,
  	\`version_source_location\` text,
  	\`version_source_fetched_at\` text,
  	\`version_source_content_hash\` text,
  	\`version_source_vanished_at\` text,
  	\`version_source_conflict_at\` text,
  	\`version_in_review_since\` text,
  	\`version_verified_at\` text,
  	\`version_verified_by_id\` text,
  	\`version_review_at\` text,
  	\`version_title\` text NOT NULL,
  	\`version_label\` text NOT NULL,
  	\`version_role\` text DEFAULT 'escalate' NOT NULL,
  	\`version_urgency\` text DEFAULT 'normal' NOT NULL,
  	\`version_threshold\` numeric,
  	\`version_queue\` text,
  	\`version_time_zone\` text DEFAULT 'Europe/London',
  	\`version_outside_queue\` text,
  	\`version_topic_id\` text,
  	\`version_audience\` text DEFAULT 'public' NOT NULL,
  	\`version_risk_tier\` text DEFAULT 'standard' NOT NULL,
  	\`version_owner_id\` text,
  	\`version_locale\` text DEFAULT 'en-GB' NOT NULL,
  	\`version_effective_from\` text,
  	\`version_expires_at\` text,
  	\`version_review_every_days\` numeric DEFAULT 180,
  	\`version_translation_of_id\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_live_release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_verified_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_translation_of_id\`) REFERENCES \`escalation_policies\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_parent_idx\` ON \`_escalation_policies_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_workflow_state_idx\` ON \`_escalation_policies_v\` (\`version_workflow_state\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_live_release_idx\` ON \`_escalation_policies_v\` (\`version_live_release_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_source_idx\` ON \`_escalation_policies_v\` (\`version_source_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_source_key_idx\` ON \`_escalation_policies_v\` (\`version_source_key\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_verified_by_idx\` ON \`_escalation_policies_v\` (\`version_verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_review_at_idx\` ON \`_escalation_policies_v\` (\`version_review_at\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_label_idx\` ON \`_escalation_policies_v\` (\`version_label\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_topic_idx\` ON \`_escalation_policies_v\` (\`version_topic_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_audience_idx\` ON \`_escalation_policies_v\` (\`version_audience\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_owner_idx\` ON \`_escalation_policies_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_translation_of_idx\` ON \`_escalation_policies_v\` (\`version_translation_of_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_updated_at_idx\` ON \`_escalation_policies_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_created_at_idx\` ON \`_escalation_policies_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_version_version_deleted_at_idx\` ON \`_escalation_policies_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_created_at_idx\` ON \`_escalation_policies_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_updated_at_idx\` ON \`_escalation_policies_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_escalation_policies_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_escalation_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_texts_order_parent\` ON \`_escalation_policies_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_texts_parent_idx\` ON \`_escalation_policies_v_texts\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_escalation_policies_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_escalation_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_rels_order_idx\` ON \`_escalation_policies_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_rels_parent_idx\` ON \`_escalation_policies_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_rels_path_idx\` ON \`_escalation_policies_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_escalation_policies_v_rels_users_id_idx\` ON \`_escalation_policies_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`assist_records\` (
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
  await db.run(sql`CREATE INDEX \`assist_records_assist_idx\` ON \`assist_records\` (\`assist\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_bot_idx\` ON \`assist_records\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_conversation_id_idx\` ON \`assist_records\` (\`conversation_id\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_updated_at_idx\` ON \`assist_records\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`assist_records_created_at_idx\` ON \`assist_records\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`webhooks\` ADD \`shape\` text DEFAULT 'vouch';`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`escalation_policies_id\` text REFERENCES escalation_policies(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`assist_records_id\` text REFERENCES assist_records(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_escalation_policies_id_idx\` ON \`payload_locked_documents_rels\` (\`escalation_policies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_assist_records_id_idx\` ON \`payload_locked_documents_rels\` (\`assist_records_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`escalation_policies_words\`;`)
  await db.run(sql`DROP TABLE \`escalation_policies_helplines\`;`)
  await db.run(sql`DROP TABLE \`escalation_policies_opening_hours_days\`;`)
  await db.run(sql`DROP TABLE \`escalation_policies_opening_hours\`;`)
  await db.run(sql`DROP TABLE \`escalation_policies_acceptance\`;`)
  await db.run(sql`DROP TABLE \`escalation_policies\`;`)
  await db.run(sql`DROP TABLE \`escalation_policies_texts\`;`)
  await db.run(sql`DROP TABLE \`escalation_policies_rels\`;`)
  await db.run(sql`DROP TABLE \`_escalation_policies_v_version_words\`;`)
  await db.run(sql`DROP TABLE \`_escalation_policies_v_version_helplines\`;`)
  await db.run(sql`DROP TABLE \`_escalation_policies_v_version_opening_hours_days\`;`)
  await db.run(sql`DROP TABLE \`_escalation_policies_v_version_opening_hours\`;`)
  await db.run(sql`DROP TABLE \`_escalation_policies_v_version_acceptance\`;`)
  await db.run(sql`DROP TABLE \`_escalation_policies_v\`;`)
  await db.run(sql`DROP TABLE \`_escalation_policies_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_escalation_policies_v_rels\`;`)
  await db.run(sql`DROP TABLE \`assist_records\`;`)
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
  	\`source_items_id\` text,
  	\`acceptance_checks_id\` text,
  	\`impact_reports_id\` text,
  	\`recalled_answers_id\` text,
  	\`recall_notices_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`policies_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
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
  	FOREIGN KEY (\`source_items_id\`) REFERENCES \`source_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`acceptance_checks_id\`) REFERENCES \`acceptance_checks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`impact_reports_id\`) REFERENCES \`impact_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`recalled_answers_id\`) REFERENCES \`recalled_answers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`recall_notices_id\`) REFERENCES \`recall_notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "verdicts_id", "handovers_id", "answers_id", "recalls_id", "conversation_reports_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "grants_id", "comments_id", "notifications_id", "bots_id", "webhooks_id", "webhook_deliveries_id", "users_id", "index_versions_id", "audit_log_id", "record_seals_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "handover_acts_id", "source_items_id", "acceptance_checks_id", "impact_reports_id", "recalled_answers_id", "recall_notices_id") SELECT "id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "verdicts_id", "handovers_id", "answers_id", "recalls_id", "conversation_reports_id", "eval_runs_id", "calibrations_id", "eval_cases_id", "delegations_id", "grants_id", "comments_id", "notifications_id", "bots_id", "webhooks_id", "webhook_deliveries_id", "users_id", "index_versions_id", "audit_log_id", "record_seals_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id", "handover_acts_id", "source_items_id", "acceptance_checks_id", "impact_reports_id", "recalled_answers_id", "recall_notices_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_source_items_id_idx\` ON \`payload_locked_documents_rels\` (\`source_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_acceptance_checks_id_idx\` ON \`payload_locked_documents_rels\` (\`acceptance_checks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_impact_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`impact_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recalled_answers_id_idx\` ON \`payload_locked_documents_rels\` (\`recalled_answers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_recall_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`recall_notices_id\`);`)
  await db.run(sql`ALTER TABLE \`webhooks\` DROP COLUMN \`shape\`;`)
}
