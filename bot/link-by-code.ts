import type { Inbound } from './conversation/inbound.ts';
import { type Reply, say } from './conversation/reply.ts';
import type { Decision } from './desk.ts';
import { beside, judgeLink, type LinkVerdict } from './group.ts';
import type { Groups } from './groups.ts';
import type { Decide, Handle } from './handle.ts';
import type { Session } from './ports.ts';

const saidOf = (verdict: LinkVerdict): Reply => {
  switch (verdict.kind) {
    case 'not-you':
      return { text: say('group.not-you') };
    case 'wait':
      return { text: say('link.wait', { count: verdict.hours }) };
    case 'no':
      return { text: say('group.no-code') };
    case 'yes':
      return { text: say('group.linked', { unit: { literal: verdict.unit.name } }) };
    default:
      return verdict satisfies never;
  }
};

const decidedOf = (verdict: LinkVerdict, session: Session, { group }: Inbound, code: string): Decision => {
  if (verdict.kind === 'yes' && group) {
    const { chat, topics } = group;
    return beside(session, [{ do: 'group.link', unit: verdict.unit.code, code, chat, topics }]);
  }
  const counts = verdict.kind === 'no' || (verdict.kind === 'not-you' && verdict.counts);
  return beside(session, counts ? [{ do: 'group.miss-code' }] : []);
};

/** `/hubungkan` typed in a group by an employee: the group is linked, or a kind word says why not. A code that was shown to a group is taken away, used or not. */
export const linkByCode = async (
  hall: { groups: Groups },
  handle: Handle,
  inbound: Inbound,
  key: string,
  code: string | undefined,
): Promise<{ here: readonly Reply[]; erases?: true }> => {
  if (!code) return { here: [{ text: say('group.ask-code') }] };
  let here: Reply[] = [];
  const decide: Decide = async (session, _, { moment }) => {
    const verdict = judgeLink(await hall.groups.lookAtCode(session.contact.id, code), moment.now);
    here = [saidOf(verdict)];
    return decidedOf(verdict, session, inbound, code);
  };
  const { repeated } = await handle(inbound, key, decide);
  return { here: repeated ? [] : here, erases: true };
};
