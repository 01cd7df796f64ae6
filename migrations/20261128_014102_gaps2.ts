import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`moved_in\` text;`)
  await db.run(sql`ALTER TABLE \`gaps\` ADD \`moved_out\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`gaps\` DROP COLUMN \`moved_in\`;`)
  await db.run(sql`ALTER TABLE \`gaps\` DROP COLUMN \`moved_out\`;`)
}
