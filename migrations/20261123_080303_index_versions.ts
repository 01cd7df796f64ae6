import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`done\` numeric;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`total\` numeric;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`rate\` numeric;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`started_at\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`builder\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`heartbeat\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`problem\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`built_at\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`check\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`reconciled_at\` text;`)
  await db.run(sql`ALTER TABLE \`index_versions\` ADD \`removed_at\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`done\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`total\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`rate\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`started_at\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`builder\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`heartbeat\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`problem\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`built_at\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`check\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`reconciled_at\`;`)
  await db.run(sql`ALTER TABLE \`index_versions\` DROP COLUMN \`removed_at\`;`)
}
