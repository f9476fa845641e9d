import { sql } from 'drizzle-orm';
import type { ChannelName } from '../../bot/conversation/inbound.ts';
import type { Hearer } from '../../bot/news.ts';
import { prepared, type Runner } from '../prepared.ts';
import type { Seal } from '../sealed.ts';
import { identityPlace } from '../stores/file-sensitive.ts';
import type { CaseRow } from './case.ts';

const p = sql.placeholder;

const findContact = prepared<{ id: number; channel: ChannelName; account: string; circle: string | null }>(
  sql`select id::int as id, channel, account, circle from contact where id = ${p('id')}`,
);

const findIdentity = prepared<{ sealed: Uint8Array }>(
  sql`select sealed from sensitive_identity where report_id = ${p('report')}`,
);

/** Where whoever wrote a report is to be told, and their circle; of a sensitive report no column names them. */
export const findReporter = async (
  runner: Runner,
  seal: Seal,
  { id: report, ticket, sensitive, reporter }: Pick<CaseRow, 'id' | 'ticket' | 'sensitive' | 'reporter'>,
): Promise<{ hearer: Hearer; circle: string | null } | undefined> => {
  const [identity] = sensitive === 'none' ? [] : await findIdentity(runner, { report });
  const id = identity ? Number(seal.open('identity', identityPlace(ticket), identity.sealed)) : reporter;
  const [found] = id === null ? [] : await findContact(runner, { id });
  if (!found) return undefined;
  const { channel, account, circle } = found;
  return { hearer: { id: found.id, address: { channel, account, id: '' } }, circle };
};
