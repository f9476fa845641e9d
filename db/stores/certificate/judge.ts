import { sql } from 'drizzle-orm';
import type { CertificateAction } from '../../../bot/domain/training/certificate-status.ts';
import type { Effect } from '../../../bot/effects.ts';
import type { City, Contact } from '../../../bot/ports.ts';
import { Overtaken } from '../../overtaken.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { certificateCase, certificateVersion } from '../../reads/training/certificates.ts';
import { speakerOf } from '../../reads/training/speaker.ts';
import type { Seal } from '../../sealed.ts';
import { writeAudit } from '../audit.ts';
import { lookAgain } from '../training/look-again.ts';
import { stopAsking } from './stop-asking.ts';
import { tellOwner } from './tell-owner.ts';

const p = sql.placeholder;

type Judging = Exclude<CertificateAction, 'correct'>;

const audited = {
  verify: 'certificate-verified',
  reject: 'certificate-refused',
  revoke: 'certificate-revoked',
} as const satisfies { [action in Judging]: string };

const from = { verify: 'menunggu', reject: 'menunggu', revoke: 'sah' } as const;
const to = { verify: 'sah', reject: 'ditolak', revoke: 'ditolak' } as const;

const updateStatus = prepared<{ owner: number }>(sql`
update certificate c set status = ${p('to')}, reason = ${p('reason')}::text, judged_at = ${p('at')}::timestamptz, judged_by = ${p('judge')}
where c.id = ${p('id')}::bigint and c.status = ${p('from')} and ${certificateVersion} = ${p('version')} and c.employee_id <> ${p('judge')}
returning c.employee_id::int as owner`);

/**
 * Writes down what was decided about a certificate, and tells its owner. The first of several counts: throws `Overtaken`
 * where another was faster, the paper is not the one that was seen, or this employee may not decide.
 */
export const judgeCertificate = async (
  runner: Runner,
  seal: Seal,
  city: City,
  { id: contact }: Pick<Contact, 'id'>,
  { id, version, action, reason }: Extract<Effect, { do: 'certificate.judge' }>,
  now: Date,
): Promise<void> => {
  const [judge, seen] = await Promise.all([
    speakerOf(runner, contact),
    certificateCase(runner, city, { contact, id }),
  ]);
  if (!judge || !seen?.may.includes(action)) throw new Overtaken();
  const [row] = await updateStatus(runner, {
    id,
    version,
    from: from[action],
    to: to[action],
    reason: action === 'verify' ? null : (reason ?? null),
    judge: judge.id,
    at: now.toISOString(),
  });
  if (!row) throw new Overtaken();
  const why = reason ? `${id}: ${reason}` : String(id);
  await writeAudit(runner, seal, { action: audited[action], employee: judge.id, reason: why }, now);
  await stopAsking(runner, id, version);
  await lookAgain(runner, [row.owner]);
  await tellOwner(runner, seal, city, { certificate: seen, owner: row.owner, action, reason });
};
