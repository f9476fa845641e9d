import { sql } from 'drizzle-orm';
import type { Address } from '../../../bot/conversation/inbound.ts';
import type { Reply, Text } from '../../../bot/conversation/reply.ts';
import type { CertificateAction } from '../../../bot/domain/training/certificate-status.ts';
import type { CertificateCase } from '../../../bot/domain/training/certificate-view.ts';
import { jpWords, shortTitle } from '../../../bot/domain/training/short-title.ts';
import { trainingOf } from '../../../bot/domain/training/training-settings.ts';
import { type YearCount, yearAfter } from '../../../bot/domain/training/year-after.ts';
import type { City } from '../../../bot/ports.ts';
import { prepared, type Runner } from '../../prepared.ts';
import { staffChat } from '../../reads/staff-chat.ts';
import { readTrainingRecords } from '../../reads/training/records.ts';
import type { Seal } from '../../sealed.ts';
import { addLetters } from '../letter.ts';

const findChat = prepared<{ id: number; channel: Address['channel']; account: string }>(sql`
select c.id::int as id, c.channel, c.account from ${staffChat} c where c.employee_id = ${sql.placeholder('owner')}`);

/** Where the year stands now, measured by what is owed, by a ceiling, or by nothing. */
const yearText = ({ year, total, duty }: YearCount): Text => {
  const blanks = { year, jp: jpWords(total) };
  switch (duty.is) {
    case 'target': {
      const key = total >= duty.jp ? 'certificate.year.reached' : 'certificate.year.target';
      return { key, with: { ...blanks, max: jpWords(duty.jp) } };
    }
    case 'ceiling': {
      const key = total > duty.jp ? 'certificate.year.above' : 'certificate.year.ceiling';
      return { key, with: { ...blanks, max: jpWords(duty.jp) } };
    }
    case 'none':
      return { key: 'certificate.year.free', with: blanks };
    default:
      return duty satisfies never;
  }
};

type Judged = {
  certificate: CertificateCase;
  owner: number;
  action: Exclude<CertificateAction, 'correct'>;
  reason: string | undefined;
};

const judgedReply = ({ certificate, action, reason = '' }: Judged, year: YearCount): Reply => {
  const { id, jp, title } = certificate;
  const blanks = { title: { literal: shortTitle(title) }, jp: jpWords(jp) };
  const why = { ...blanks, reason: { literal: reason } };
  switch (action) {
    case 'verify':
      return {
        text: { join: [{ key: 'certificate.verified', with: blanks }, yearText(year)], by: '\n' },
        choices: [{ id: 'go:profile', label: { key: 'button.profile' } }],
      };
    case 'reject':
      return {
        text: { key: 'certificate.rejected', with: why },
        choices: [{ id: `go:certificate-fix:${id}`, label: { key: 'button.certificate.fix' } }],
      };
    case 'revoke':
      return {
        text: { join: [{ key: 'certificate.revoked', with: why }, yearText(year)], by: '\n' },
        choices: [{ id: `go:certificate-fix:${id}`, label: { key: 'button.certificate.fix' } }],
      };
    default:
      return action satisfies never;
  }
};

/** Tells the owner of a certificate at once what was decided about it, and where their year stands with it. */
export const tellOwner = async (runner: Runner, seal: Seal, city: City, judged: Judged): Promise<void> => {
  const { owner, certificate } = judged;
  const [[chat], [record]] = await Promise.all([
    findChat(runner, { owner }),
    readTrainingRecords(runner, city, { employees: [owner], catalogue: new Map() }),
  ]);
  if (!chat || !record) return;
  const { id, channel, account } = chat;
  const { rules } = trainingOf(city.agency.settings);
  const say = judgedReply(judged, yearAfter(record, certificate.date, rules));
  await Promise.all(
    addLetters(runner, seal, { id, address: { channel, account, id: '' } }, [{ say, lane: 'interactive' }]),
  );
};
