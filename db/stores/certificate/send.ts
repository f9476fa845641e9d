import { sql } from 'drizzle-orm';
import { localDate } from '../../../bot/domain/local-date.ts';
import { certificateFaults } from '../../../bot/domain/training/certificate.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { certificateVersion } from '../../reads/training/certificates.ts';
import type { Seal } from '../../sealed.ts';
import { lookAgain } from '../training/look-again.ts';
import { keepPhoto } from './keep-photo.ts';
import { holdsAlready, ownerOf } from './owner.ts';
import { tellJudges } from './tell-judges.ts';

const p = sql.placeholder;

const insertCertificate = prepared<{ id: number; version: string }>(sql`
insert into certificate as c (employee_id, training_code, title, form, provider, place, batch, starts_on, ends_on, jp, number, date,
  source, media_id, status, sent_at)
values (${p('owner')}, (select code from training where code = ${p('training')}::text), ${p('title')}, ${p('form')}::text, ${p('provider')},
  ${p('place')}::text, ${p('batch')}::text, ${p('startsOn')}::date, ${p('endsOn')}::date, ${p('jp')}::int, ${p('number')}::text,
  ${p('date')}::date, 'chat', ${p('photo')}::uuid, 'menunggu', ${p('at')}::timestamptz)
returning c.id::int as id, ${certificateVersion} as version`);

/** Who sends the certificate of a training is done with it. */
const finishTraining = prepared(sql`
update enrolment set finished_on = ${p('date')}::date, changed_at = ${p('at')}::timestamptz
where employee_id = ${p('owner')} and training_code = ${p('training')}::text and state = 'registered' and finished_on is null`);

/**
 * Keeps a certificate, waiting to be looked at, and lays it before those who may. Of a citizen, and with a fault, it is
 * dropped; throws `Overtaken` where they sent the same paper meanwhile.
 */
export const sendCertificate = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { certificate, photo: shown }: Extract<Effect, { do: 'certificate.send' }>,
  now: Date,
): Promise<void> => {
  const owner = await ownerOf(runner, contact);
  const today = localDate(now, city.agency.zone);
  const { rules } = trainingOf(city.agency.settings);
  if (!owner || certificateFaults(certificate, today, rules).length > 0) return;
  if (await holdsAlready(runner, owner.id, certificate)) throw new Overtaken();
  const photo = await keepPhoto(runner, contact, shown);
  const at = now.toISOString();
  const [row] = await insertCertificate(runner, { ...certificate, owner: owner.id, photo, at });
  if (!row) return;
  const { training, date } = certificate;
  await finishTraining(runner, { owner: owner.id, training, date, at });
  await lookAgain(runner, [owner.id]);
  await tellJudges(runner, seal, city, {
    contact,
    at: now,
    arrived: { ...row, certificate, photo, owner },
  });
};
