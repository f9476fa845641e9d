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
import { keepPhoto, letPhotoGo } from './keep-photo.ts';
import { holdsAlready, ownerOf } from './owner.ts';
import { stopAsking } from './stop-asking.ts';
import { tellJudges } from './tell-judges.ts';

const p = sql.placeholder;

/** What is *sah* is never changed in place (`certificate-status.ts`). */
const updateCertificate = prepared<{ version: string; photo: string | null; was: string | null }>(sql`
with old as (
  select id, media_id from certificate c where c.id = ${p('id')}::bigint and c.employee_id = ${p('owner')} and c.status in ('menunggu', 'ditolak')
    and ${certificateVersion} = ${p('version')} for update
)
update certificate c set title = ${p('title')}, form = ${p('form')}::text, provider = ${p('provider')}, jp = ${p('jp')}::int,
  number = ${p('number')}::text, date = ${p('date')}::date, media_id = coalesce(${p('photo')}::uuid, old.media_id), status = 'menunggu',
  reason = null, judged_at = null, judged_by = null, sent_at = ${p('at')}::timestamptz
from old where c.id = old.id
returning ${certificateVersion} as version, c.media_id as photo, old.media_id as was`);

/**
 * What the owner of a certificate corrected is looked at again. With a fault it is dropped; throws `Overtaken` where it was
 * judged or corrected meanwhile, or has become a paper that they hold.
 */
export const correctCertificate = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { id, version, certificate, photo: shown }: Extract<Effect, { do: 'certificate.correct' }>,
  now: Date,
): Promise<void> => {
  const owner = await ownerOf(runner, contact);
  const { rules } = trainingOf(city.agency.settings);
  if (!owner || certificateFaults(certificate, localDate(now, city.agency.zone), rules).length > 0) return;
  if (await holdsAlready(runner, owner.id, certificate, id)) throw new Overtaken();
  const photo = shown === undefined ? null : await keepPhoto(runner, contact, shown);
  const at = now.toISOString();
  const [row] = await updateCertificate(runner, { ...certificate, id, version, owner: owner.id, photo, at });
  if (!row) throw new Overtaken();
  if (row.was !== null && row.was !== row.photo) await letPhotoGo(runner, row.was);
  await stopAsking(runner, id, version);
  await lookAgain(runner, [owner.id]);
  const arrived = { id, version: row.version, certificate, photo: row.photo, owner };
  await tellJudges(runner, seal, city, { contact, at: now, arrived });
};
