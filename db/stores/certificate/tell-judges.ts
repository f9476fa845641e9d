import { sql } from 'drizzle-orm';
import type { Address } from '../../../bot/conversation/inbound.ts';
import type { Text } from '../../../bot/conversation/reply.ts';
import { agencyHours } from '../../../bot/domain/agency-hours.ts';
import { nextWriting } from '../../../bot/domain/reminding/writing-hours.ts';
import type { Colleague, Overseer } from '../../../bot/domain/training/answers-for.ts';
import type { SentCertificate } from '../../../bot/domain/training/certificate-view.ts';
import { judgesFor } from '../../../bot/domain/training/judges-for.ts';
import { jpWords, shortTitle } from '../../../bot/domain/training/short-title.ts';
import type { City, Letter } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { staffChat } from '../../reads/staff-chat.ts';
import { superiorsOf } from '../../reads/training/superiors.ts';
import type { Seal } from '../../sealed.ts';
import { addLetters } from '../letter.ts';
import { askedKey } from './stop-asking.ts';

const p = sql.placeholder;

type Judge = Overseer & {
  contact: number;
  channel: Address['channel'];
  account: string;
};

const findJudges = prepared<Judge>(sql`
select e.id::int as id, e.unit_code as unit, e.kind, to_json(e.roles) as roles, ${superiorsOf(sql`e.id`)} as above, c.id::int as contact, c.channel, c.account
from ${staffChat} c join employee e on e.id = c.employee_id and e.active
where c.unreachable_at is null and e.roles && '{supervisor,hr}'
  and c.circle is not distinct from (select circle from contact where id = ${p('contact')}) order by e.id`);

/** A certificate that was sent, by its number and version here, and whose it is. */
export type Arrived = {
  id: number;
  version: string;
  certificate: SentCertificate;
  photo: string | null;
  owner: Colleague & { name: string; unitName: string };
};

/** What a judge gets: the photo, what it is said to say, and both answers at a tap. */
const arrivedLetter = ({ id, version, certificate, photo, owner }: Arrived): Letter['say'] => {
  const { title, provider, form, jp, date, number } = certificate;
  const kind: Text = form === null ? { literal: '–' } : { key: `training.form.${form}` };
  const paper: Text = number === null ? { key: 'certificate.no-number' } : { literal: number };
  return {
    text: {
      key: 'certificate.new',
      with: {
        name: { literal: owner.name },
        unit: { literal: shortTitle(owner.unitName, 60) },
        title: { literal: shortTitle(title) },
        provider: { literal: shortTitle(provider, 60) },
        form: kind,
        jp: jpWords(jp),
        date: { date, year: true },
        paper,
      },
    },
    ...(photo && { media: [{ id: photo, kind: 'photo' as const }] }),
    choices: [
      { id: `go:certificate-judge:${id} sah ${version}`, label: { key: 'button.certificate.verify' } },
      { id: `go:certificate-judge:${id} tolak ${version}`, label: { key: 'button.certificate.reject' } },
    ],
  };
};

/** Lays a certificate before those who may judge it, when their office is open next; without anybody in chat it waits in the personnel office's queue. */
export const tellJudges = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { contact, at, arrived }: { contact: number; at: Date; arrived: Arrived },
): Promise<void> => {
  const judges = judgesFor(arrived.owner, await findJudges(runner, { contact }), city.units);
  const opens = nextWriting({ office: agencyHours(city), leave: [] }, at) ?? at;
  const say = arrivedLetter(arrived);
  const { id, version } = arrived;
  await Promise.all(
    judges.flatMap(({ contact: to, channel, account }) =>
      addLetters(runner, seal, { id: to, address: { channel, account, id: '' } }, [
        {
          say,
          lane: 'bulk',
          delay: opens.getTime() - at.getTime(),
          dedupe: `${askedKey(id, version)}${to}`,
        },
      ]),
    ),
  );
};
