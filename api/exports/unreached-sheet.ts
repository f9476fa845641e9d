import { allUnreached, type UnreachedRow } from '../../db/reads/training/unreached.ts';
import { asObjects, type Column } from './column.ts';
import { csvOf } from './csv.ts';
import type { Asked, Made } from './export-kind.ts';
import { xlsxOf } from './xlsx.ts';

/** `why`: *never* had a chat, *parted* from it, or the app says that nobody is there (*gone*). */
const columns: readonly Column<UnreachedRow>[] = [
  { name: 'name', kind: 'text', width: 32, of: ({ name }) => name },
  { name: 'nip', kind: 'text', width: 22, of: ({ nip }) => nip },
  { name: 'unit', kind: 'text', width: 24, of: ({ unit }) => unit },
  { name: 'unit_name', kind: 'text', width: 40, of: ({ unitName }) => unitName },
  { name: 'since', kind: 'day', width: 12, of: ({ since }) => since },
  { name: 'why', kind: 'text', width: 10, of: ({ why }) => why },
];

/** `export unreachable`: employees whom nobody can write to in chat as it stands now, whatever the period; for the personnel office. */
export const unreachedSheet =
  (format: 'csv' | 'xlsx') =>
  async ({ runner, city, unit }: Asked): Promise<Made> => {
    const rows = (await allUnreached(runner, city)).filter((row) => unit === undefined || row.unit === unit);
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(csvOf(columns, rows))
        : await xlsxOf('Belum terjangkau', columns, rows);
    return { files: [{ name: `unreachable.${format}`, bytes }], data: asObjects(columns, rows) };
  };
