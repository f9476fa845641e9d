import { elementOf } from '../../bot/domain/coaching/coaching-proposals.ts';
import type { Figure } from '../../bot/domain/coaching/figure.ts';
import type { TestHall } from './hall.ts';

/** For tests: something proposed to an office on a day; gives its number. */
export const plantGoal = async (
  { hall }: Pick<TestHall, 'hall'>,
  {
    unit = 'dinas_perhubungan',
    on,
    figure,
    aim,
    module = null,
    half = '2026-S2',
    checks = [],
  }: {
    unit?: string;
    on: string;
    figure: Figure;
    aim: string;
    module?: string | null;
    half?: string;
    checks?: readonly { day: number; figure: Figure; on: string }[];
  },
): Promise<number> => {
  const { sql } = hall.database;
  const [row] = await sql<{ id: number }[]>`
    insert into coaching_proposal (unit_code, element, half, on_day, module_code, figure, aim)
    values (${unit}, ${elementOf(figure)}, ${half}, ${on}, ${module}, ${JSON.stringify(figure)}::text::jsonb, ${aim})
    returning id::int as id`;
  const id = row?.id ?? 0;
  for (const check of checks)
    await sql`insert into coaching_check (proposal_id, day, figure, on_day)
      values (${id}, ${check.day}, ${JSON.stringify(check.figure)}::text::jsonb, ${check.on})`;
  return id;
};

/** For tests: a module that is taught, as far as whoever proposes it looks at it. */
export const teachModule = async (
  { hall }: Pick<TestHall, 'hall'>,
  { code, title, elements }: { code: string; title: string; elements: readonly string[] },
): Promise<void> => {
  const head = { code, title, minutes: 8, offices: [], elements, steps: [] };
  await hall.database.sql`insert into learning_module (code, content, added_at, changed_at)
    values (${code}, ${JSON.stringify(head)}::text::jsonb, now(), now())`;
};
