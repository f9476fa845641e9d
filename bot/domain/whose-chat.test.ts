import { describe, expect, test } from 'vitest';
import { isFirm, whoseChanged, whoseChat } from './whose-chat.ts';

/** `F1 N1` as ids: those with an F are firm. */
const ids = (text: string) =>
  text
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => ({ id, firm: id.startsWith('F') }));

/** `1: F1 N1, 2: N2` as what is known: contact 1 has F1 and N1, contact 2 has N2. */
const known = (text: string) =>
  text.split(', ').flatMap((one) => {
    const [contact, theirs = ''] = one.split(': ');
    return ids(theirs).map((id) => ({ ...id, contact: Number(contact) }));
  });

describe('a message is of', () => {
  test.each([
    ['somebody new, by all the ids that are named', 'F1 N1', '', 'new', 'F1 N1', '', []],
    ['somebody new who hides the number', 'F1', '', 'new', 'F1', '', []],
    ['whoever has the firm id', 'F1', '1: F1 N1', 1, '', '', []],
    ['whoever has the number, where nothing else is named', 'N1', '1: F1 N1', 1, '', '', []],
    ['whoever has the firm id, who shows the number now', 'F1 N1', '1: F1', 1, 'N1', '', []],
    ['whoever had the number, and is known by a firm id from now on', 'F1 N1', '1: N1', 1, 'F1', '', []],
    ['whoever has the firm id, on a new number in place of the old', 'F1 N2', '1: F1 N1', 1, 'N2', 'N1', []],
    [
      'whoever has the firm id, who has the number of another now',
      'F1 N2',
      '1: F1, 2: F2 N2',
      1,
      'N2',
      '',
      [],
    ],
    [
      'whoever has the firm id, and the number was all that another had',
      'F1 N2',
      '1: F1, 2: N2',
      1,
      'N2',
      '',
      [2],
    ],
    ['somebody new on the number of somebody else', 'F2 N1', '1: F1 N1', 'new', 'F2 N1', '', [1]],
    ['the first firm id, and the other one stays whose it is', 'F1 F2', '1: F1, 2: F2', 1, '', '', []],
  ] as const)('%s', (_, named, had, contact, gains, loses, suspends) => {
    const whose = whoseChat(ids(named), known(had));
    expect({ ...whose, gains: whose.gains.join(' '), loses: whose.loses.join(' ') }).toEqual({
      contact,
      gains,
      loses,
      suspends,
    });
  });
});

describe('ids changed of', () => {
  test.each([
    [
      'whoever had the firm id',
      'F1',
      'F2',
      '1: F1 N1',
      { contact: 1, gains: 'F2', loses: '', address: 'F2' },
    ],
    [
      'whoever had the number, which may be given to others',
      'N1',
      'N2',
      '1: N1',
      { contact: 1, gains: 'N2', loses: 'N1', address: 'N2' },
    ],
    [
      'somebody by both, firm id first',
      'F1 N1',
      'N2 F2',
      '1: F1 N1',
      { contact: 1, gains: 'N2 F2', loses: 'N1', address: 'F2' },
    ],
    [
      'whoever keeps the number under a new firm id',
      'F1 N1',
      'F2 N1',
      '1: F1 N1',
      { contact: 1, gains: 'F2', loses: '', address: 'F2' },
    ],
    [
      'somebody whose new number is still somebody else’s: it stays theirs',
      'N1',
      'N2',
      '1: N1, 2: N2',
      { contact: 1, gains: '', loses: 'N1', address: undefined },
    ],
    ['nobody, where the number has another firm id than the one named', 'F2 N1', 'F3', '1: F1 N1', undefined],
    ['nobody, where nobody was known', 'N1', 'N2', '2: N2', undefined],
  ] as const)('%s', (_, was, now, had, expected) => {
    const changed = whoseChanged(ids(was), ids(now), known(had));
    expect(changed && { ...changed, gains: changed.gains.join(' '), loses: changed.loses.join(' ') }).toEqual(
      expected,
    );
  });
});

test.each([
  ['ID.13491208655302741918', true],
  ['ID.ENT.11815799212886844830', true],
  ['184467440737095@lid', true],
  ['6281200000001', false],
  ['6281200000001@s.whatsapp.net', false],
])('%s is firm: %s', (id, firm) => {
  expect(isFirm(id)).toBe(firm);
});
