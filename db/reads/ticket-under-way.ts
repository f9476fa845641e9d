import type { Database } from '../database.ts';

/** The newest open (`not confidential`) report that an office has, and that nobody of `account` made; an example for visitors. */
export const ticketUnderWay = async (
  { sql }: Pick<Database, 'sql'>,
  account: string,
): Promise<string | undefined> => {
  const [row] = await sql<{ ticket: string }[]>`
    select ticket from report left join contact on contact.id = report.reporter_id
    where not confidential and state in ('diteruskan', 'diproses') and contact.account is distinct from ${account}
    order by received_at desc limit 1`;
  return row?.ticket;
};
