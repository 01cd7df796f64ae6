import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`policies\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`workflow_state\` text DEFAULT 'draft' NOT NULL,
  	\`version\` numeric DEFAULT 1 NOT NULL,
  	\`content_hash\` text,
  	\`live_release_id\` text,
  	\`live_version\` numeric,
  	\`source_id\` text,
  	\`source_key\` text,
  	\`source_hash\` text,
  	\`title\` text NOT NULL,
  	\`body\` text NOT NULL,
  	\`kind\` text DEFAULT 'policy' NOT NULL,
  	\`topic_id\` text,
  	\`audience\` text DEFAULT 'public' NOT NULL,
  	\`risk_tier\` text DEFAULT 'standard' NOT NULL,
  	\`owner_id\` text,
  	\`locale\` text DEFAULT 'en-GB' NOT NULL,
  	\`effective_from\` text,
  	\`expires_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`live_release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_workflow_state_idx\` ON \`policies\` (\`workflow_state\`);`)
  await db.run(sql`CREATE INDEX \`policies_live_release_idx\` ON \`policies\` (\`live_release_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_source_idx\` ON \`policies\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_source_key_idx\` ON \`policies\` (\`source_key\`);`)
  await db.run(sql`CREATE INDEX \`policies_topic_idx\` ON \`policies\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_audience_idx\` ON \`policies\` (\`audience\`);`)
  await db.run(sql`CREATE INDEX \`policies_owner_idx\` ON \`policies\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_updated_at_idx\` ON \`policies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`policies_created_at_idx\` ON \`policies\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`policies_deleted_at_idx\` ON \`policies\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`policies_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_rels_order_idx\` ON \`policies_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`policies_rels_parent_idx\` ON \`policies_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_rels_path_idx\` ON \`policies_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`policies_rels_users_id_idx\` ON \`policies_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v\` (
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
  	\`version_title\` text NOT NULL,
  	\`version_body\` text NOT NULL,
  	\`version_kind\` text DEFAULT 'policy' NOT NULL,
  	\`version_topic_id\` text,
  	\`version_audience\` text DEFAULT 'public' NOT NULL,
  	\`version_risk_tier\` text DEFAULT 'standard' NOT NULL,
  	\`version_owner_id\` text,
  	\`version_locale\` text DEFAULT 'en-GB' NOT NULL,
  	\`version_effective_from\` text,
  	\`version_expires_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_live_release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_parent_idx\` ON \`_policies_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_workflow_state_idx\` ON \`_policies_v\` (\`version_workflow_state\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_live_release_idx\` ON \`_policies_v\` (\`version_live_release_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_source_idx\` ON \`_policies_v\` (\`version_source_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_source_key_idx\` ON \`_policies_v\` (\`version_source_key\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_topic_idx\` ON \`_policies_v\` (\`version_topic_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_audience_idx\` ON \`_policies_v\` (\`version_audience\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_owner_idx\` ON \`_policies_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_updated_at_idx\` ON \`_policies_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_created_at_idx\` ON \`_policies_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_deleted_at_idx\` ON \`_policies_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_created_at_idx\` ON \`_policies_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_updated_at_idx\` ON \`_policies_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_policies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_rels_order_idx\` ON \`_policies_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_rels_parent_idx\` ON \`_policies_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_rels_path_idx\` ON \`_policies_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_rels_users_id_idx\` ON \`_policies_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`faqs\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`workflow_state\` text DEFAULT 'draft' NOT NULL,
  	\`version\` numeric DEFAULT 1 NOT NULL,
  	\`content_hash\` text,
  	\`live_release_id\` text,
  	\`live_version\` numeric,
  	\`source_id\` text,
  	\`source_key\` text,
  	\`source_hash\` text,
  	\`question\` text NOT NULL,
  	\`answer\` text NOT NULL,
  	\`topic_id\` text,
  	\`audience\` text DEFAULT 'public' NOT NULL,
  	\`risk_tier\` text DEFAULT 'standard' NOT NULL,
  	\`owner_id\` text,
  	\`locale\` text DEFAULT 'en-GB' NOT NULL,
  	\`effective_from\` text,
  	\`expires_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	FOREIGN KEY (\`live_release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`faqs_workflow_state_idx\` ON \`faqs\` (\`workflow_state\`);`)
  await db.run(sql`CREATE INDEX \`faqs_live_release_idx\` ON \`faqs\` (\`live_release_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_source_idx\` ON \`faqs\` (\`source_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_source_key_idx\` ON \`faqs\` (\`source_key\`);`)
  await db.run(sql`CREATE INDEX \`faqs_topic_idx\` ON \`faqs\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_audience_idx\` ON \`faqs\` (\`audience\`);`)
  await db.run(sql`CREATE INDEX \`faqs_owner_idx\` ON \`faqs\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_updated_at_idx\` ON \`faqs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs_created_at_idx\` ON \`faqs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs_deleted_at_idx\` ON \`faqs\` (\`deleted_at\`);`)
  await db.run(sql`CREATE TABLE \`faqs_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`faqs_rels_order_idx\` ON \`faqs_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_parent_idx\` ON \`faqs_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_path_idx\` ON \`faqs_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_users_id_idx\` ON \`faqs_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_faqs_v\` (
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
  	\`version_question\` text NOT NULL,
  	\`version_answer\` text NOT NULL,
  	\`version_topic_id\` text,
  	\`version_audience\` text DEFAULT 'public' NOT NULL,
  	\`version_risk_tier\` text DEFAULT 'standard' NOT NULL,
  	\`version_owner_id\` text,
  	\`version_locale\` text DEFAULT 'en-GB' NOT NULL,
  	\`version_effective_from\` text,
  	\`version_expires_at\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_live_release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_source_id\`) REFERENCES \`sources\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_faqs_v_parent_idx\` ON \`_faqs_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_workflow_state_idx\` ON \`_faqs_v\` (\`version_workflow_state\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_live_release_idx\` ON \`_faqs_v\` (\`version_live_release_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_source_idx\` ON \`_faqs_v\` (\`version_source_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_source_key_idx\` ON \`_faqs_v\` (\`version_source_key\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_topic_idx\` ON \`_faqs_v\` (\`version_topic_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_audience_idx\` ON \`_faqs_v\` (\`version_audience\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_owner_idx\` ON \`_faqs_v\` (\`version_owner_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_updated_at_idx\` ON \`_faqs_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_created_at_idx\` ON \`_faqs_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_deleted_at_idx\` ON \`_faqs_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_created_at_idx\` ON \`_faqs_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_updated_at_idx\` ON \`_faqs_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_faqs_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_order_idx\` ON \`_faqs_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_parent_idx\` ON \`_faqs_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_path_idx\` ON \`_faqs_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_users_id_idx\` ON \`_faqs_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`queue\` text,
  	\`lead_id\` text,
  	\`escalate\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`lead_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`topics_lead_idx\` ON \`topics\` (\`lead_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`sources\` (
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
  await db.run(sql`CREATE UNIQUE INDEX \`sources_location_idx\` ON \`sources\` (\`location\`);`)
  await db.run(sql`CREATE INDEX \`sources_updated_at_idx\` ON \`sources\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sources_created_at_idx\` ON \`sources\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`gaps\` (
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
  	\`closed_at\` text,
  	\`note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`owner_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`closing_receipt_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`gaps_state_idx\` ON \`gaps\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`gaps_bot_idx\` ON \`gaps\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_owner_idx\` ON \`gaps\` (\`owner_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_closing_receipt_idx\` ON \`gaps\` (\`closing_receipt_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_updated_at_idx\` ON \`gaps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`gaps_created_at_idx\` ON \`gaps\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`gaps_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`policies_id\` text,
  	\`faqs_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`gaps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`policies_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`gaps_rels_order_idx\` ON \`gaps_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`gaps_rels_parent_idx\` ON \`gaps_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_rels_path_idx\` ON \`gaps_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`gaps_rels_policies_id_idx\` ON \`gaps_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`gaps_rels_faqs_id_idx\` ON \`gaps_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE TABLE \`handovers\` (
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
  await db.run(sql`CREATE INDEX \`handovers_receipt_idx\` ON \`handovers\` (\`receipt_id\`);`)
  await db.run(sql`CREATE INDEX \`handovers_created_at_idx\` ON \`handovers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`handovers_updated_at_idx\` ON \`handovers\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`answers\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`question\` text NOT NULL,
  	\`outcome\` text NOT NULL,
  	\`reason\` text,
  	\`bot_id\` text NOT NULL,
  	\`confidence\` numeric,
  	\`message\` text NOT NULL,
  	\`conversation_id\` text,
  	\`channel\` text,
  	\`customer\` text,
  	\`locale\` text NOT NULL,
  	\`as_of\` text NOT NULL,
  	\`request_id\` text NOT NULL,
  	\`idempotency_hash\` text NOT NULL,
  	\`request_hash\` text NOT NULL,
  	\`messages\` text,
  	\`metadata\` text,
  	\`response\` text NOT NULL,
  	\`considered\` text NOT NULL,
  	\`degraded\` text NOT NULL,
  	\`timings\` text NOT NULL,
  	\`versions\` text NOT NULL,
  	\`gap_id\` text,
  	\`handover_id\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`gap_id\`) REFERENCES \`gaps\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`handover_id\`) REFERENCES \`handovers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`answers_outcome_idx\` ON \`answers\` (\`outcome\`);`)
  await db.run(sql`CREATE INDEX \`answers_reason_idx\` ON \`answers\` (\`reason\`);`)
  await db.run(sql`CREATE INDEX \`answers_bot_idx\` ON \`answers\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`answers_conversation_id_idx\` ON \`answers\` (\`conversation_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`answers_idempotency_hash_idx\` ON \`answers\` (\`idempotency_hash\`);`)
  await db.run(sql`CREATE INDEX \`answers_gap_idx\` ON \`answers\` (\`gap_id\`);`)
  await db.run(sql`CREATE INDEX \`answers_handover_idx\` ON \`answers\` (\`handover_id\`);`)
  await db.run(sql`CREATE INDEX \`answers_created_at_idx\` ON \`answers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`answers_updated_at_idx\` ON \`answers\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`answers_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`answers_texts_order_parent\` ON \`answers_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`answers_texts_text_idx\` ON \`answers_texts\` (\`text\`);`)
  await db.run(sql`CREATE TABLE \`bots_audiences\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`bots_audiences_order_idx\` ON \`bots_audiences\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`bots_audiences_parent_idx\` ON \`bots_audiences\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`bots_channels\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`bots_channels_order_idx\` ON \`bots_channels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`bots_channels_parent_idx\` ON \`bots_channels\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`bots_scopes\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`bots_scopes_order_idx\` ON \`bots_scopes\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`bots_scopes_parent_idx\` ON \`bots_scopes\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`bots_keys\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`prefix\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`created_on\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`bots_keys_order_idx\` ON \`bots_keys\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`bots_keys_parent_id_idx\` ON \`bots_keys\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`bots_keys_prefix_idx\` ON \`bots_keys\` (\`prefix\`);`)
  await db.run(sql`CREATE TABLE \`bots\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`enabled\` integer DEFAULT true,
  	\`requests_per_minute\` numeric DEFAULT 600 NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`bots_name_idx\` ON \`bots\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`bots_updated_at_idx\` ON \`bots\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`bots_created_at_idx\` ON \`bots\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`bots_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`bots_texts_order_parent\` ON \`bots_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`index_versions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`state\` text NOT NULL,
  	\`store\` text NOT NULL,
  	\`chunker\` text NOT NULL,
  	\`embedding_model\` text,
  	\`dimensions\` numeric,
  	\`dense_weight\` numeric NOT NULL,
  	\`activated_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`index_versions_state_idx\` ON \`index_versions\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`index_versions_updated_at_idx\` ON \`index_versions\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`index_versions_created_at_idx\` ON \`index_versions\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`audit_log\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`action\` text NOT NULL,
  	\`actor\` text NOT NULL,
  	\`actor_name\` text NOT NULL,
  	\`subject_collection\` text NOT NULL,
  	\`subject_id\` text NOT NULL,
  	\`title\` text,
  	\`detail\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`audit_log_action_idx\` ON \`audit_log\` (\`action\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_subject_id_idx\` ON \`audit_log\` (\`subject_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_created_at_idx\` ON \`audit_log\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_updated_at_idx\` ON \`audit_log\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`approvals_approver_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`approvals_approver_roles_order_idx\` ON \`approvals_approver_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`approvals_approver_roles_parent_idx\` ON \`approvals_approver_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`approvals\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`decision\` text NOT NULL,
  	\`approver_id\` text NOT NULL,
  	\`comment\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`approver_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`approvals_document_id_idx\` ON \`approvals\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_approver_idx\` ON \`approvals\` (\`approver_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_updated_at_idx\` ON \`approvals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`approvals_created_at_idx\` ON \`approvals\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`documentId_version_idx\` ON \`approvals\` (\`document_id\`,\`version\`);`)
  await db.run(sql`CREATE TABLE \`releases\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`version\` numeric NOT NULL,
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
  	\`withdrawn_at\` text,
  	\`chunker\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`published_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`releases_document_id_idx\` ON \`releases\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_topic_idx\` ON \`releases\` (\`topic_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_published_by_idx\` ON \`releases\` (\`published_by_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_valid_from_idx\` ON \`releases\` (\`valid_from\`);`)
  await db.run(sql`CREATE INDEX \`releases_valid_to_idx\` ON \`releases\` (\`valid_to\`);`)
  await db.run(sql`CREATE INDEX \`releases_updated_at_idx\` ON \`releases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_created_at_idx\` ON \`releases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`documentId_validFrom_idx\` ON \`releases\` (\`document_id\`,\`valid_from\`);`)
  await db.run(sql`CREATE TABLE \`releases_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`approvals_id\` text,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`approvals_id\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`releases_rels_order_idx\` ON \`releases_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_parent_idx\` ON \`releases_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_path_idx\` ON \`releases_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_approvals_id_idx\` ON \`releases_rels\` (\`approvals_id\`);`)
  await db.run(sql`CREATE INDEX \`releases_rels_users_id_idx\` ON \`releases_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`chunks\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`release_id\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`position\` numeric NOT NULL,
  	\`start\` numeric NOT NULL,
  	\`end\` numeric NOT NULL,
  	\`text\` text NOT NULL,
  	\`heading_path\` text NOT NULL,
  	\`tokens\` numeric NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`release_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`chunks_release_idx\` ON \`chunks\` (\`release_id\`);`)
  await db.run(sql`CREATE INDEX \`chunks_document_id_idx\` ON \`chunks\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`chunks_content_hash_idx\` ON \`chunks\` (\`content_hash\`);`)
  await db.run(sql`CREATE INDEX \`chunks_updated_at_idx\` ON \`chunks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`chunks_created_at_idx\` ON \`chunks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`gap_events\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`gap_id\` text NOT NULL,
  	\`receipt_id\` text NOT NULL,
  	\`question\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`bot_id\` text NOT NULL,
  	\`customer\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`gap_id\`) REFERENCES \`gaps\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`receipt_id\`) REFERENCES \`answers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`bot_id\`) REFERENCES \`bots\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`gap_events_gap_idx\` ON \`gap_events\` (\`gap_id\`);`)
  await db.run(sql`CREATE INDEX \`gap_events_receipt_idx\` ON \`gap_events\` (\`receipt_id\`);`)
  await db.run(sql`CREATE INDEX \`gap_events_bot_idx\` ON \`gap_events\` (\`bot_id\`);`)
  await db.run(sql`CREATE INDEX \`gap_events_updated_at_idx\` ON \`gap_events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`gap_events_created_at_idx\` ON \`gap_events\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bots_id_idx\` ON \`payload_locked_documents_rels\` (\`bots_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_index_versions_id_idx\` ON \`payload_locked_documents_rels\` (\`index_versions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_approvals_id_idx\` ON \`payload_locked_documents_rels\` (\`approvals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_releases_id_idx\` ON \`payload_locked_documents_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_chunks_id_idx\` ON \`payload_locked_documents_rels\` (\`chunks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gap_events_id_idx\` ON \`payload_locked_documents_rels\` (\`gap_events_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`policies\`;`)
  await db.run(sql`DROP TABLE \`policies_rels\`;`)
  await db.run(sql`DROP TABLE \`_policies_v\`;`)
  await db.run(sql`DROP TABLE \`_policies_v_rels\`;`)
  await db.run(sql`DROP TABLE \`faqs\`;`)
  await db.run(sql`DROP TABLE \`faqs_rels\`;`)
  await db.run(sql`DROP TABLE \`_faqs_v\`;`)
  await db.run(sql`DROP TABLE \`_faqs_v_rels\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`sources\`;`)
  await db.run(sql`DROP TABLE \`gaps\`;`)
  await db.run(sql`DROP TABLE \`gaps_rels\`;`)
  await db.run(sql`DROP TABLE \`handovers\`;`)
  await db.run(sql`DROP TABLE \`answers\`;`)
  await db.run(sql`DROP TABLE \`answers_texts\`;`)
  await db.run(sql`DROP TABLE \`bots_audiences\`;`)
  await db.run(sql`DROP TABLE \`bots_channels\`;`)
  await db.run(sql`DROP TABLE \`bots_scopes\`;`)
  await db.run(sql`DROP TABLE \`bots_keys\`;`)
  await db.run(sql`DROP TABLE \`bots\`;`)
  await db.run(sql`DROP TABLE \`bots_texts\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`index_versions\`;`)
  await db.run(sql`DROP TABLE \`audit_log\`;`)
  await db.run(sql`DROP TABLE \`approvals_approver_roles\`;`)
  await db.run(sql`DROP TABLE \`approvals\`;`)
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`DROP TABLE \`releases_rels\`;`)
  await db.run(sql`DROP TABLE \`chunks\`;`)
  await db.run(sql`DROP TABLE \`gap_events\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
