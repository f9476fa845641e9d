import { describe, expect, test } from 'vitest';
import { officeRoles, roles, staffRoles } from '../roles.ts';
import { type Action, actions, caseActions } from './action.ts';
import { may } from './may.ts';
import { type Scope, scopes } from './scope.ts';

const cells = roles.flatMap((role) =>
  actions.flatMap((action) => scopes.map((scope) => ({ role, action, scope }))),
);
type Cell = (typeof cells)[number];

const where = (holds: (cell: Cell) => boolean) => cells.filter(holds);
const refused = (among: readonly Cell[]) => {
  expect(among.length).toBeGreaterThan(0);
  expect(among.filter(({ role, action, scope }) => may(role, action, scope) !== 'no')).toEqual([]);
};
const isSensitive = (scope: Scope) => scope.startsWith('sensitive');
const isTertutup = (scope: Scope) => scope.startsWith('tertutup');
const contents = ['see-text', 'see-place', 'see-photos', 'note'] as const;
const isContent = (action: Action) => (contents as readonly Action[]).includes(action);

/** What is public of a report is what a stranger sees of it, who has none of their own. */
const publicScope = (scope: Scope): Scope => scope.replace('own', 'other') as Scope;

describe('promises that hold whatever the table says next', () => {
  test('an administrator does nothing at all with a sensitive report, and reads nothing of a Tertutup one', () => {
    refused(where(({ role, scope }) => role === 'admin' && isSensitive(scope)));
    refused(where(({ role, action, scope }) => role === 'admin' && isTertutup(scope) && isContent(action)));
  });

  test('a leader has beyond the public only numbers and the overdue list, and no identity', () => {
    const more = caseActions.flatMap((action) =>
      scopes
        .filter((scope) => may('leader', action, scope) !== 'no')
        .filter((scope) => may('leader', action, scope) !== may('stranger', action, publicScope(scope)))
        .map((scope) => `${action} ${scope} ${may('leader', action, scope)}`),
    );
    const four: Scope[] = ['own', 'other', 'tertutup-own', 'tertutup-other'];
    expect(more).toEqual([
      ...four.map((scope) => `list ${scope} when-overdue`),
      ...four.map((scope) => `count ${scope} yes`),
    ]);
  });

  test('on a public page a sensitive report is unknown, whoever looks', () => {
    refused(where(({ role, scope }) => role === 'stranger' && isSensitive(scope)));
    refused(where(({ role, scope }) => role === 'follower' && isSensitive(scope)));
  });

  test('a sensitive report that is not one’s own does not exist, for anybody', () => {
    refused(where(({ scope }) => scope === 'sensitive-other'));
  });

  test('the unit complained about and everybody above it see nothing of a sensitive report', () => {
    const others = staffRoles.filter((role) => role !== 'inspector' && role !== 'officer');
    refused(where(({ role, scope }) => others.some((one) => one === role) && isSensitive(scope)));
  });

  test('sensitive reports are in no number and no export', () => {
    refused(where(({ action, scope }) => isSensitive(scope) && (action === 'count' || action === 'export')));
  });

  test('a number is seen only while Boleh ditelepon stands, and only by who wrote and who handles', () => {
    const seen = where(
      ({ role, action, scope }) => action === 'see-phone' && may(role, action, scope) !== 'no',
    );
    expect(seen.every(({ role, action, scope }) => may(role, action, scope) === 'when-callable')).toBe(true);
    expect(seen.every(({ scope }) => scope.endsWith('own'))).toBe(true);
    expect(new Set(seen.map(({ role }) => role))).toEqual(new Set(['citizen', 'officer', 'inspector']));
  });

  test('nobody of the staff opens an identity but two inspectors, in a sensitive report assigned to them', () => {
    const open = where(
      ({ role, action, scope }) =>
        action === 'see-identity' && role !== 'citizen' && may(role, action, scope) !== 'no',
    );
    expect(open).toEqual([{ role: 'inspector', action: 'see-identity', scope: 'sensitive-own' }]);
    expect(may('inspector', 'see-identity', 'sensitive-own')).toBe('with-two');
  });

  test('a Tertutup text is read by who wrote it, the desk that sorts it and the office that handles it', () => {
    const readers = where(
      ({ role, action, scope }) =>
        isTertutup(scope) && isContent(action) && may(role, action, scope) !== 'no',
    );
    expect(new Set(readers.map(({ role, scope }) => `${role} ${scope}`))).toEqual(
      new Set(['citizen tertutup-own', 'officer tertutup-own', 'coordinator tertutup-own']),
    );
  });

  test('what only the reporter may say, no hat of an office says for them', () => {
    const said: readonly Action[] = ['add', 'confirm', 'rate', 'reopen', 'follow'];
    refused(where(({ role, action }) => staffRoles.some((one) => one === role) && said.includes(action)));
  });

  test('a report reaches the public only where its text may: nothing closed is approved or followed', () => {
    refused(
      where(
        ({ action, scope }) =>
          (isTertutup(scope) || isSensitive(scope)) && (action === 'approve-public' || action === 'follow'),
      ),
    );
  });

  test('an office sees no unapproved word of another office’s reports', () => {
    for (const role of officeRoles.filter((one) => one !== 'coordinator'))
      for (const action of ['see-text', 'see-photos'] as const)
        expect(['no', 'when-approved']).toContain(may(role, action, 'other'));
  });
});

test('an action has one condition at most, so that of two hats neither has to be chosen', () => {
  for (const action of actions) {
    const found = cells.filter((one) => one.action === action).map((one) => may(one.role, action, one.scope));
    expect(new Set(found.filter((one) => one !== 'yes' && one !== 'no')).size).toBeLessThan(2);
  }
});

test('every action is somebody’s', () => {
  const nobodys = actions.filter((action) =>
    roles.every((role) => scopes.every((on) => may(role, action, on) === 'no')),
  );
  expect(nobodys).toEqual([]);
});
