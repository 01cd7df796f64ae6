import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`name\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`expires_on\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`scopes\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`origins\` text;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` ADD \`networks\` text;`)
  await db.run(sql`ALTER TABLE \`bots\` ADD \`requests_per_day\` numeric;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`name\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`expires_on\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`scopes\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`origins\`;`)
  await db.run(sql`ALTER TABLE \`bots_keys\` DROP COLUMN \`networks\`;`)
  await db.run(sql`ALTER TABLE \`bots\` DROP COLUMN \`requests_per_day\`;`)
}
