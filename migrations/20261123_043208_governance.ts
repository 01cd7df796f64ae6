import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'
import { chained, type AuditRow } from '../src/governance/auditChain'

/** Rows from before the chain become its first links, in the order in which they were stored. */
const chainAuditRows = async (db: MigrateUpArgs['db']): Promise<void> => {
  type Row = Record<string, string | null>
  const { rows } = await db.run(sql`SELECT * FROM audit_log ORDER BY created_at, rowid`)
  let last: { seq: number; hash: string } | null = null
  for (const row of rows as unknown as Row[]) {
    const link: AuditRow & { hash: string } = chained(last, {
      at: row['created_at'] ?? '',
      action: row['action'] ?? '',
      actor: row['actor'] ?? '',
      actorName: row['actor_name'] ?? '',
      subjectCollection: row['subject_collection'] ?? '',
      subjectId: row['subject_id'] ?? '',
      title: row['title'] ?? null,
      detail: JSON.parse(row['detail'] ?? '{}') as unknown,
    })
    await db.run(
      sql`UPDATE audit_log SET seq = ${link.seq}, at = ${link.at}, previous_hash = ${link.previousHash}, hash = ${link.hash} WHERE id = ${row['id']}`,
    )
    last = link
  }
}

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`topics_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_rels_order_idx\` ON \`topics_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_parent_idx\` ON \`topics_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_path_idx\` ON \`topics_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_users_id_idx\` ON \`topics_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`delegations\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from_id\` text NOT NULL,
  	\`to_id\` text NOT NULL,
  	\`starts_at\` text NOT NULL,
  	\`ends_at\` text NOT NULL,
  	\`note\` text DEFAULT 'Away',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`from_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`to_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`delegations_from_idx\` ON \`delegations\` (\`from_id\`);`)
  await db.run(sql`CREATE INDEX \`delegations_to_idx\` ON \`delegations\` (\`to_id\`);`)
  await db.run(sql`CREATE INDEX \`delegations_updated_at_idx\` ON \`delegations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`delegations_created_at_idx\` ON \`delegations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`version\` numeric NOT NULL,
  	\`body\` text NOT NULL,
  	\`exact\` text,
  	\`prefix\` text,
  	\`suffix\` text,
  	\`author_id\` text NOT NULL,
  	\`resolved_at\` text,
  	\`resolved_by_id\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`author_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`resolved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_document_id_idx\` ON \`comments\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_author_idx\` ON \`comments\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_resolved_at_idx\` ON \`comments\` (\`resolved_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_resolved_by_idx\` ON \`comments\` (\`resolved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_created_at_idx\` ON \`comments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_updated_at_idx\` ON \`comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`notifications\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`to_id\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`title\` text NOT NULL,
  	\`body\` text,
  	\`href\` text,
  	\`key\` text NOT NULL,
  	\`urgent\` integer DEFAULT false,
  	\`read_at\` text,
  	\`mailed_at\` text,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`to_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_to_idx\` ON \`notifications\` (\`to_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`notifications_key_idx\` ON \`notifications\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`notifications_read_at_idx\` ON \`notifications\` (\`read_at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_mailed_at_idx\` ON \`notifications\` (\`mailed_at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_created_at_idx\` ON \`notifications\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_updated_at_idx\` ON \`notifications\` (\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`approvals_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`approvals_texts_order_parent\` ON \`approvals_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`in_review_since\` text;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`verified_at\` text;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`verified_by_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`review_at\` text;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`review_every_days\` numeric DEFAULT 180;`)
  await db.run(sql`ALTER TABLE \`policies\` ADD \`translation_of_id\` text REFERENCES policies(id);`)
  await db.run(sql`CREATE INDEX \`policies_verified_by_idx\` ON \`policies\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_review_at_idx\` ON \`policies\` (\`review_at\`);`)
  await db.run(sql`CREATE INDEX \`policies_translation_of_idx\` ON \`policies\` (\`translation_of_id\`);`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_in_review_since\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_verified_at\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_verified_by_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_review_at\` text;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_review_every_days\` numeric DEFAULT 180;`)
  await db.run(sql`ALTER TABLE \`_policies_v\` ADD \`version_translation_of_id\` text REFERENCES policies(id);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_verified_by_idx\` ON \`_policies_v\` (\`version_verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_review_at_idx\` ON \`_policies_v\` (\`version_review_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_translation_of_idx\` ON \`_policies_v\` (\`version_translation_of_id\`);`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`in_review_since\` text;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`verified_at\` text;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`verified_by_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`review_at\` text;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`review_every_days\` numeric DEFAULT 180;`)
  await db.run(sql`ALTER TABLE \`faqs\` ADD \`translation_of_id\` text REFERENCES faqs(id);`)
  await db.run(sql`CREATE INDEX \`faqs_verified_by_idx\` ON \`faqs\` (\`verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_review_at_idx\` ON \`faqs\` (\`review_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs_translation_of_idx\` ON \`faqs\` (\`translation_of_id\`);`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_in_review_since\` text;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_verified_at\` text;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_verified_by_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_review_at\` text;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_review_every_days\` numeric DEFAULT 180;`)
  await db.run(sql`ALTER TABLE \`_faqs_v\` ADD \`version_translation_of_id\` text REFERENCES faqs(id);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_verified_by_idx\` ON \`_faqs_v\` (\`version_verified_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_review_at_idx\` ON \`_faqs_v\` (\`version_review_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_translation_of_idx\` ON \`_faqs_v\` (\`version_translation_of_id\`);`)
  await db.run(sql`ALTER TABLE \`topics\` ADD \`refuse_overdue\` integer DEFAULT false;`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`mail\` text DEFAULT 'digest';`)
  await db.run(sql`ALTER TABLE \`users\` ADD \`left_at\` text;`)
  await db.run(sql`CREATE INDEX \`users_left_at_idx\` ON \`users\` (\`left_at\`);`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`seq\` numeric DEFAULT 0 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`at\` text DEFAULT '' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`previous_hash\` text;`)
  await db.run(sql`ALTER TABLE \`audit_log\` ADD \`hash\` text DEFAULT '' NOT NULL;`)
  await chainAuditRows(db)
  await db.run(sql`CREATE UNIQUE INDEX \`audit_log_seq_idx\` ON \`audit_log\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`audit_log_at_idx\` ON \`audit_log\` (\`at\`);`)
  await db.run(sql`ALTER TABLE \`approvals\` ADD \`on_behalf_of_id\` text REFERENCES users(id);`)
  await db.run(sql`ALTER TABLE \`approvals\` ADD \`audience\` text;`)
  await db.run(sql`ALTER TABLE \`approvals\` ADD \`effective_from\` text;`)
  await db.run(sql`ALTER TABLE \`approvals\` ADD \`expires_at\` text;`)
  await db.run(sql`CREATE INDEX \`approvals_on_behalf_of_idx\` ON \`approvals\` (\`on_behalf_of_id\`);`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`sequence\` numeric DEFAULT 1 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`activated_at\` text;`)
  await db.run(sql`ALTER TABLE \`releases\` ADD \`review_at\` text;`)
  await db.run(sql`UPDATE releases SET sequence = (
    SELECT count(*) FROM releases AS other
    WHERE other.document_id = releases.document_id
      AND (other.created_at < releases.created_at OR (other.created_at = releases.created_at AND other.id <= releases.id))
  )`)
  await db.run(sql`UPDATE releases SET activated_at = created_at WHERE valid_from IS NOT NULL`)
  await db.run(sql`CREATE UNIQUE INDEX \`documentId_sequence_idx\` ON \`releases\` (\`document_id\`,\`sequence\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`delegations_id\` text REFERENCES delegations(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`comments_id\` text REFERENCES comments(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`notifications_id\` text REFERENCES notifications(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_delegations_id_idx\` ON \`payload_locked_documents_rels\` (\`delegations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_comments_id_idx\` ON \`payload_locked_documents_rels\` (\`comments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notifications_id_idx\` ON \`payload_locked_documents_rels\` (\`notifications_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`topics_rels\`;`)
  await db.run(sql`DROP TABLE \`delegations\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`notifications\`;`)
  await db.run(sql`DROP TABLE \`approvals_texts\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_policies\` (
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
  await db.run(sql`INSERT INTO \`__new_policies\`("id", "workflow_state", "version", "content_hash", "live_release_id", "live_version", "source_id", "source_key", "source_hash", "title", "body", "kind", "topic_id", "audience", "risk_tier", "owner_id", "locale", "effective_from", "expires_at", "updated_at", "created_at", "deleted_at") SELECT "id", "workflow_state", "version", "content_hash", "live_release_id", "live_version", "source_id", "source_key", "source_hash", "title", "body", "kind", "topic_id", "audience", "risk_tier", "owner_id", "locale", "effective_from", "expires_at", "updated_at", "created_at", "deleted_at" FROM \`policies\`;`)
  await db.run(sql`DROP TABLE \`policies\`;`)
  await db.run(sql`ALTER TABLE \`__new_policies\` RENAME TO \`policies\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
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
  await db.run(sql`CREATE TABLE \`__new__policies_v\` (
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
  await db.run(sql`INSERT INTO \`__new__policies_v\`("id", "parent_id", "version_workflow_state", "version_version", "version_content_hash", "version_live_release_id", "version_live_version", "version_source_id", "version_source_key", "version_source_hash", "version_title", "version_body", "version_kind", "version_topic_id", "version_audience", "version_risk_tier", "version_owner_id", "version_locale", "version_effective_from", "version_expires_at", "version_updated_at", "version_created_at", "version_deleted_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_workflow_state", "version_version", "version_content_hash", "version_live_release_id", "version_live_version", "version_source_id", "version_source_key", "version_source_hash", "version_title", "version_body", "version_kind", "version_topic_id", "version_audience", "version_risk_tier", "version_owner_id", "version_locale", "version_effective_from", "version_expires_at", "version_updated_at", "version_created_at", "version_deleted_at", "created_at", "updated_at" FROM \`_policies_v\`;`)
  await db.run(sql`DROP TABLE \`_policies_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__policies_v\` RENAME TO \`_policies_v\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_faqs\` (
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
  await db.run(sql`INSERT INTO \`__new_faqs\`("id", "workflow_state", "version", "content_hash", "live_release_id", "live_version", "source_id", "source_key", "source_hash", "question", "answer", "topic_id", "audience", "risk_tier", "owner_id", "locale", "effective_from", "expires_at", "updated_at", "created_at", "deleted_at") SELECT "id", "workflow_state", "version", "content_hash", "live_release_id", "live_version", "source_id", "source_key", "source_hash", "question", "answer", "topic_id", "audience", "risk_tier", "owner_id", "locale", "effective_from", "expires_at", "updated_at", "created_at", "deleted_at" FROM \`faqs\`;`)
  await db.run(sql`DROP TABLE \`faqs\`;`)
  await db.run(sql`ALTER TABLE \`__new_faqs\` RENAME TO \`faqs\`;`)
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
  await db.run(sql`CREATE TABLE \`__new__faqs_v\` (
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
  await db.run(sql`INSERT INTO \`__new__faqs_v\`("id", "parent_id", "version_workflow_state", "version_version", "version_content_hash", "version_live_release_id", "version_live_version", "version_source_id", "version_source_key", "version_source_hash", "version_question", "version_answer", "version_topic_id", "version_audience", "version_risk_tier", "version_owner_id", "version_locale", "version_effective_from", "version_expires_at", "version_updated_at", "version_created_at", "version_deleted_at", "created_at", "updated_at") SELECT "id", "parent_id", "version_workflow_state", "version_version", "version_content_hash", "version_live_release_id", "version_live_version", "version_source_id", "version_source_key", "version_source_hash", "version_question", "version_answer", "version_topic_id", "version_audience", "version_risk_tier", "version_owner_id", "version_locale", "version_effective_from", "version_expires_at", "version_updated_at", "version_created_at", "version_deleted_at", "created_at", "updated_at" FROM \`_faqs_v\`;`)
  await db.run(sql`DROP TABLE \`_faqs_v\`;`)
  await db.run(sql`ALTER TABLE \`__new__faqs_v\` RENAME TO \`_faqs_v\`;`)
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
  await db.run(sql`CREATE TABLE \`__new_approvals\` (
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
  await db.run(sql`INSERT INTO \`__new_approvals\`("id", "document_collection", "document_id", "title", "version", "content_hash", "decision", "approver_id", "comment", "updated_at", "created_at") SELECT "id", "document_collection", "document_id", "title", "version", "content_hash", "decision", "approver_id", "comment", "updated_at", "created_at" FROM \`approvals\`;`)
  await db.run(sql`DROP TABLE \`approvals\`;`)
  await db.run(sql`ALTER TABLE \`__new_approvals\` RENAME TO \`approvals\`;`)
  await db.run(sql`CREATE INDEX \`approvals_document_id_idx\` ON \`approvals\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_approver_idx\` ON \`approvals\` (\`approver_id\`);`)
  await db.run(sql`CREATE INDEX \`approvals_updated_at_idx\` ON \`approvals\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`approvals_created_at_idx\` ON \`approvals\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`documentId_version_idx\` ON \`approvals\` (\`document_id\`,\`version\`);`)
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
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id") SELECT "id", "order", "parent_id", "path", "policies_id", "faqs_id", "topics_id", "sources_id", "gaps_id", "handovers_id", "answers_id", "bots_id", "users_id", "index_versions_id", "audit_log_id", "approvals_id", "releases_id", "chunks_id", "gap_events_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_bots_id_idx\` ON \`payload_locked_documents_rels\` (\`bots_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_index_versions_id_idx\` ON \`payload_locked_documents_rels\` (\`index_versions_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_audit_log_id_idx\` ON \`payload_locked_documents_rels\` (\`audit_log_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_approvals_id_idx\` ON \`payload_locked_documents_rels\` (\`approvals_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_releases_id_idx\` ON \`payload_locked_documents_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_chunks_id_idx\` ON \`payload_locked_documents_rels\` (\`chunks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_gap_events_id_idx\` ON \`payload_locked_documents_rels\` (\`gap_events_id\`);`)
  await db.run(sql`DROP INDEX \`users_left_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`mail\`;`)
  await db.run(sql`ALTER TABLE \`users\` DROP COLUMN \`left_at\`;`)
  await db.run(sql`DROP INDEX \`audit_log_seq_idx\`;`)
  await db.run(sql`DROP INDEX \`audit_log_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`seq\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`at\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`previous_hash\`;`)
  await db.run(sql`ALTER TABLE \`audit_log\` DROP COLUMN \`hash\`;`)
  await db.run(sql`DROP INDEX \`documentId_sequence_idx\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`sequence\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`activated_at\`;`)
  await db.run(sql`ALTER TABLE \`releases\` DROP COLUMN \`review_at\`;`)
  await db.run(sql`ALTER TABLE \`topics\` DROP COLUMN \`refuse_overdue\`;`)
}
