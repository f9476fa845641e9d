import { sql } from 'drizzle-orm';
import type { PositionGroup } from '../../../bot/domain/training/ip-asn-rules.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import { prepared, type Runner } from '../../prepared.ts';

type Row = Omit<Training, 'owing'> & { units: string[]; groups: PositionGroup[] };

/** A training's columns under the names of `Training`, for queries that read one as JSON or as a row. */
export const trainingColumns = sql`code, title, provider, form, jp, starts_on::text as "startsOn", ends_on::text as "endsOn",
  register_by::text as "registerBy", complete_by::text as "completeBy", url, place, quota, sponsor, listed_on::text as "listedOn",
  to_json(mandatory_units) as units, to_json(mandatory_groups) as groups`;

const findTrainings = prepared<Row>(sql`select ${trainingColumns} from training order by code`);

/** A row as the training it holds. */
export const trainingOfRow = ({ units, groups, ...row }: Row): Training => ({
  ...row,
  owing: [...units.map((unit) => ({ unit })), ...groups.map((group) => ({ group }))],
});

/** Every training that is known, by its code. */
export const readCatalogue = async (runner: Runner): Promise<ReadonlyMap<string, Training>> =>
  new Map((await findTrainings(runner, {})).map((row) => [row.code, trainingOfRow(row)]));
