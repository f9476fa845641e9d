import { sql } from 'drizzle-orm';
import { readPress } from '../../../bot/domain/modules/learn-press.ts';
import { type InHands, learnTurn } from '../../../bot/domain/modules/learn-turn.ts';
import { type Learnt, nothingLearnt } from '../../../bot/domain/modules/learnt.ts';
import type { Module } from '../../../bot/domain/modules/module.ts';
import type { ModuleReads } from '../../../bot/domain/modules/module-reads.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { mayForEverybody } from '../training/learner.ts';

const p = sql.placeholder;

type Held = {
  employee: number;
  kind: string;
  roles: string[];
  module: Module | null;
  pictures: { [file: string]: string };
  learnt: Learnt | null;
  certificate: string | null;
};

const findHeld = prepared<Held>(sql`
select e.id::int as employee, e.kind, to_json(e.roles) as roles, m.content as module, c.number as certificate,
  coalesce((select json_object_agg(file, id) from module_picture where module_code = m.code), '{}') as pictures,
  case when g.module_code is not null
    then json_build_object('done', g.done, 'answers', g.answers, 'attempt', g.attempt) end as learnt
from staff_link l join employee e on e.id = l.employee_id and e.active
  left join learning_module m on m.code = ${p('module')} and m.withdrawn_at is null
  left join module_progress g on g.employee_id = e.id and g.module_code = m.code
  left join module_certificate c on c.employee_id = e.id and c.module_code = m.code
where l.contact_id = ${p('contact')} and l.ended_at is null`);

/** A module as the employee a chat speaks as has learnt it, in one round trip. */
const inHands = async (
  runner: Runner,
  contact: number,
  module: string,
): Promise<InHands | 'none' | 'gone'> => {
  const [held] = await findHeld(runner, { contact, module });
  if (!held || !mayForEverybody({ ...held, id: held.employee }, 'learn')) return 'none';
  if (!held.module) return 'gone';
  return {
    module: held.module,
    pictures: new Map(Object.entries(held.pictures)),
    employee: held.employee,
    learnt: held.learnt ?? nothingLearnt,
    certificate: held.certificate,
  };
};

/** What a press comes to for whoever this chat speaks as. */
export const lookAtModule =
  (runner: Runner, { agency }: Pick<City, 'agency'>, contact: number): ModuleReads['learn'] =>
  async (pressed) => {
    const press = readPress(pressed);
    const hands = await inHands(runner, contact, press.module);
    return typeof hands === 'string' ? hands : learnTurn(hands, press, trainingOf(agency.settings).rules);
  };
