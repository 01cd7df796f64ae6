import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`answers\` ADD \`supersedes\` text;`)
  await db.run(sql`CREATE INDEX \`answers_supersedes_idx\` ON \`answers\` (\`supersedes\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`answers_supersedes_idx\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`supersedes\`;`)
}
