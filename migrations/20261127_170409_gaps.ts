import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`proof\` text;`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`next_kind\` text DEFAULT 'person';`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`next_url\` text;`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`next_phone\` text;`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`next_hours\` text;`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`next_words\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`gaps\` DROP COLUMN \`proof\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`next_kind\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`next_url\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`next_phone\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`next_hours\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`next_words\`;`)
}
