import { sql } from 'drizzle-orm';
import type { Module } from '../../../bot/domain/modules/module.ts';
import { jpText } from '../../../bot/domain/training/jp.ts';
import { prepared, type Runner } from '../../prepared.ts';
import type { Seal } from '../../sealed.ts';
import { writeAudit } from '../audit.ts';
import { keepPictures, type LaidPicture } from './keep-pictures.ts';

const p = sql.placeholder;

/** What keeping a module did, and whether it is taught. */
export type KeptModule = {
  code: string;
  title: string;
  is: 'new' | 'changed' | 'unchanged';
  withdrawn: boolean;
};

type Before = { code: string; jp: number; decree: Module['decree']; withdrawn: boolean };

const lock = prepared(sql`lock table learning_module in share row exclusive mode`);

const readBefore = prepared<Before>(sql`
select code, (content -> 'jp')::int as jp, content -> 'decree' as decree, withdrawn_at is not null as withdrawn
from learning_module where code = any(${p('codes')}::text[])`);

const write = prepared(sql`
insert into learning_module as old (code, content, added_at, changed_at)
values (${p('code')}, ${p('content')}::text::jsonb, ${p('at')}::timestamptz, ${p('at')}::timestamptz)
on conflict (code) do update set content = excluded.content, changed_at = excluded.changed_at
where old.content is distinct from excluded.content returning code`);

const touch = prepared(
  sql`update learning_module set changed_at = ${p('at')}::timestamptz where code = ${p('code')}`,
);

/** What the personnel office decided about the hours, as the audit log tells it. */
const decided = ({ decree, jp }: Pick<Module, 'decree' | 'jp'>): string =>
  decree ? `${decree.number}, ${jpText(jp)} JP` : '0 JP';

/**
 * Keeps modules as their files were read, with these as their pictures: a new one is taught at once, one that was withdrawn
 * stays so, an equal one is not touched. Nobody loses progress, for steps are named by their titles. A decree that is new
 * or another leaves a line in the audit log. `gone`: pictures whose files may be deleted once this is committed.
 */
export const keepModules = async (
  tx: Runner,
  seal: Seal,
  { modules, pictures }: { modules: readonly Module[]; pictures: readonly LaidPicture[] },
  at: Date,
): Promise<{ kept: readonly KeptModule[]; gone: readonly string[] }> => {
  await lock(tx, {});
  const codes = modules.map(({ code }) => code);
  const before = new Map((await readBefore(tx, { codes })).map((one) => [one.code, one]));
  const instant = at.toISOString();
  const written = new Set<string>();
  for (const module of modules) {
    const { code } = module;
    const rows = await write(tx, { code, content: JSON.stringify(module), at: instant });
    if (rows.length > 0) written.add(code);
    const old = before.get(code);
    const was = decided(old ?? { decree: null, jp: 0 });
    if (decided(module) !== was)
      await writeAudit(tx, seal, { action: 'module-decreed', reason: `${code}: ${decided(module)}` }, at);
  }
  const { changed, gone } = await keepPictures(tx, codes, pictures);
  for (const code of changed) if (!written.has(code)) await touch(tx, { code, at: instant });
  const becameOf = (code: string): KeptModule['is'] => {
    if (!before.has(code)) return 'new';
    return written.has(code) || changed.has(code) ? 'changed' : 'unchanged';
  };
  const kept = modules.map(({ code, title }) => ({
    code,
    title,
    is: becameOf(code),
    withdrawn: before.get(code)?.withdrawn ?? false,
  }));
  return { kept, gone };
};
