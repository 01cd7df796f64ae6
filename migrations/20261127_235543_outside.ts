import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`answers\` ADD \`signed\` text;`)
  await db.run(sql`ALTER TABLE \`record_seals\` ADD \`digest\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`answers\` DROP COLUMN \`signed\`;`)
  await db.run(sql`ALTER TABLE \`record_seals\` DROP COLUMN \`digest\`;`)
}
