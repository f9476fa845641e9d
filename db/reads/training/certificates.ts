import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { mayForColleague } from '../../../bot/domain/training/answers-for.ts';
import { certificateStep } from '../../../bot/domain/training/certificate-status.ts';
import type {
  CertificateCase,
  OwnCertificate,
  WaitingCertificate,
} from '../../../bot/domain/training/certificate-view.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { staffChat } from '../staff-chat.ts';
import { type Speaker, speakerOf } from './speaker.ts';

const p = sql.placeholder;

/** What a certificate is named by as it stands: it changes with every correction. */
export const certificateVersion = sql`to_hex((extract(epoch from c.sent_at) * 1000)::bigint)`;

const paper = sql`c.id::int as id, c.source, ${certificateVersion} as version, c.training_code as training, c.title, c.form, c.provider, c.place, c.batch,
  c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.jp, c.number, c.date::text as date, c.status, c.reason, m.id as photo`;

const photo = sql`left join media m on m.id = c.media_id and m.state <> 'refused'`;

const findOwn = prepared<OwnCertificate>(sql`
select ${paper} from certificate c join staff_link l on l.employee_id = c.employee_id and l.ended_at is null and l.contact_id = ${p('contact')}
  join employee e on e.id = c.employee_id and e.active ${photo}
order by c.date desc, c.id desc`);

/** The certificates of the employee a chat speaks as, the newest first; nobody else's. */
export const ownCertificates = async (runner: Runner, contact: number): Promise<OwnCertificate[]> => [
  ...(await findOwn(runner, { contact })),
];

type Colleague = { owner: number; unitCode: string; supervisor: number | null };

type CaseRow = OwnCertificate &
  Colleague & { name: string; unit: string; judge: string | null; judgedAt: string | null };

const findCase = prepared<CaseRow>(sql`
select ${paper}, e.id::int as owner, e.name, e.unit_code as "unitCode", u.name as unit, head.id::int as supervisor,
  j.name as judge, c.judged_at as "judgedAt"
from certificate c join employee e on e.id = c.employee_id and e.active join unit u on u.code = e.unit_code
  left join employee head on head.nip = e.supervisor_nip left join employee j on j.id = c.judged_by ${photo}
where c.id = ${p('id')}::bigint`);

type WaitingRow = Colleague & { id: number; name: string; title: string; at: string };

/** Of a demo, what people sent who try the service with others is not laid before these. */
const findWaiting = prepared<WaitingRow>(sql`
select c.id::int as id, c.title, c.sent_at as at, e.name, e.id::int as owner, e.unit_code as "unitCode", head.id::int as supervisor
from certificate c join employee e on e.id = c.employee_id and e.active left join employee head on head.nip = e.supervisor_nip
  left join ${staffChat} chat on chat.employee_id = e.id
where c.status = 'menunggu' and (chat.id is null or chat.circle is not distinct from ${p('circle')}::text)
order by c.sent_at, c.id`);

const verifies = (
  speaker: Speaker,
  { owner, unitCode, supervisor }: Colleague,
  { units }: Pick<City, 'units'>,
): boolean =>
  mayForColleague(speaker, { id: owner, unit: unitCode, supervisor }, 'verify-certificate', units);

const waitingFor = async (runner: Runner, city: City, speaker: Speaker): Promise<WaitingRow[]> =>
  (await findWaiting(runner, { circle: speaker.circle })).filter((row) => verifies(speaker, row, city));

/** Every certificate that waits for the employee of a chat to judge it. */
export const waitingCertificates = async (
  runner: Runner,
  city: City,
  contact: number,
): Promise<WaitingCertificate[]> => {
  const speaker = await speakerOf(runner, contact);
  if (!speaker) return [];
  return (await waitingFor(runner, city, speaker)).map(({ id, name, title, at }) => ({
    id,
    name,
    title,
    on: localDate(new Date(at), city.agency.zone),
  }));
};

const judging = ['verify', 'reject', 'revoke'] as const;

/** A certificate for the employee of a chat who may judge it, and for its owner, who may not; null for everybody else, and for a number nobody has. */
export const certificateCase = async (
  runner: Runner,
  city: City,
  { contact, id }: { contact: number; id: number },
): Promise<CertificateCase | null> => {
  const [[row], speaker] = await Promise.all([findCase(runner, { id }), speakerOf(runner, contact)]);
  if (!row || !speaker) return null;
  const own = row.owner === speaker.id;
  const may = verifies(speaker, row, city);
  if (!own && !may) return null;
  const others = may ? (await waitingFor(runner, city, speaker)).filter((one) => one.id !== id) : [];
  const { owner: _, unitCode: __, supervisor: ___, judgedAt, ...view } = row;
  return {
    ...view,
    own,
    judgedOn: judgedAt === null ? null : localDate(new Date(judgedAt), city.agency.zone),
    may: may ? judging.filter((action) => certificateStep(row.status, action) !== undefined) : [],
    waiting: others.length,
    next: others[0]?.id ?? null,
  };
};
