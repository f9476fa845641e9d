import { fact, form } from '../../conversation/form.ts';
import type { Json } from '../../conversation/json.ts';
import { literal, say } from '../../conversation/reply.ts';
import { newCode } from '../../domain/activation-code.ts';
import { mayAny } from '../../domain/permissions/may-any.ts';
import { isGranted } from '../../domain/permissions/verdict.ts';
import { hatsOf } from '../../domain/roles.ts';
import type { StaffDesk } from '../../reads.ts';

type Answers = { typed: string };
type Facts = { desk: StaffDesk | null };

const mayIssue = ({ kind, roles }: StaffDesk): boolean => {
  const hats = hatsOf({ kind, roles, active: true }).map((role) => ({ role, on: 'own' }) as const);
  return isGranted(mayAny(hats, 'issue-group-code'));
};

/**
 * `/hubungkan` in a private chat: a fresh one-time code for the own office's group, for whoever may hand one out. It links
 * nothing here; a code that is typed here is sent on to the group.
 */
export const linkGroup = form<Answers, Facts>({
  id: 'link-group',
  starts: (argument) => ({ typed: argument }),
  facts: {
    desk: fact<Answers, StaffDesk | null, Json>({ of: () => true, read: (reads) => reads.myDesk() }),
  },
  questions: () => ({}),
  finish: ({ answers: { typed }, facts: { desk }, moment: { random } }) => {
    if (typed) return { say: [{ text: say('group.type-there') }] };
    if (!desk || !mayIssue(desk)) return { say: [{ text: say('group.ask-superior') }] };
    const code = newCode(random);
    return {
      say: [
        {
          text: say('group.code', { unit: literal(desk.unit), code }),
          copy: { label: say('button.copy-code'), text: `/hubungkan ${code}` },
        },
      ],
      effects: [{ do: 'group.code', unit: desk.office, code }],
    };
  },
});
