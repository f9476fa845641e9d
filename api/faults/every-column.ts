import type { Database } from '../../db/database.ts';

/** Every column of every table as text in small letters, bytes as hex and as what they would spell. */
export const everyColumn = async ({ sql }: Pick<Database, 'sql'>): Promise<string> => {
  const columns = await sql<{ table: string; column: string; type: string }[]>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public'`;
  const texts = await Promise.all(
    columns.map(({ table, column, type }) =>
      type === 'bytea'
        ? sql<
            { text: string | null }[]
          >`select encode(${sql(column)}, 'escape') || encode(${sql(column)}, 'hex') as text from ${sql(table)}`
        : sql<{ text: string | null }[]>`select ${sql(column)}::text as text from ${sql(table)}`,
    ),
  );
  return texts
    .flat()
    .map(({ text }) => text ?? '')
    .join('\n')
    .toLowerCase();
};
