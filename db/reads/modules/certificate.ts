import { sql } from 'drizzle-orm';
import type { LocalDate } from '../../../bot/domain/local-date.ts';
import type { Jp } from '../../../bot/domain/training/jp.ts';
import { prepared, type Runner } from '../../prepared.ts';

/** What a certificate of a module says, as it was on its day. */
export type ModuleCertificate = {
  number: string;
  name: string;
  unit: string;
  title: string;
  minutes: number;
  jp: Jp;
  decree: string | null;
  date: LocalDate;
};

const byNumber = prepared<ModuleCertificate>(sql`
select number, name, unit_name as unit, title, minutes, jp, decree, date::text as date
from module_certificate where number = ${sql.placeholder('number')}`);

/** The certificate of a number; none for one that nobody was given. */
export const moduleCertificate = async (
  runner: Runner,
  number: string,
): Promise<ModuleCertificate | undefined> => (await byNumber(runner, { number }))[0];
