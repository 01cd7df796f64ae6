import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`answers\` ADD \`erased_at\` text;`)
  await db.run(sql`CREATE INDEX \`answers_customer_idx\` ON \`answers\` (\`customer\`);`)
  await db.run(sql`CREATE INDEX \`answers_erased_at_idx\` ON \`answers\` (\`erased_at\`);`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`keep_text_days\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`answers_customer_idx\`;`)
  await db.run(sql`DROP INDEX \`answers_erased_at_idx\`;`)
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`erased_at\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`keep_text_days\`;`)
}
