import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { can as telegram } from '../channels/telegram/can.ts';
import { can as cloud } from '../channels/whatsapp-cloud/can.ts';
import { can as linked } from '../channels/whatsapp-linked/can.ts';
import { type Bound, type Place, type Way, wayOf } from './route-letter.ts';

const now = new Date('2026-11-23T03:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const kabar = { name: 'kabar_umum', language: 'id', params: {}, payloads: [] };

const place = (contact: number, channel: Place['channel'], can: Place['can'], more: Partial<Place> = {}) => ({
  contact,
  channel,
  account: '1',
  locale: 'id',
  spokeAt: ago(1),
  gone: false,
  chosenAt: undefined,
  template: undefined,
  can,
  ...more,
});
const onCloud = (more: Partial<Place> = {}) =>
  place(1, 'whatsapp-cloud', cloud, { template: kabar, ...more });
const onLinked = (more: Partial<Place> = {}) => place(2, 'whatsapp-linked', linked, more);
const onTelegram = (more: Partial<Place> = {}) =>
  place(3, 'telegram', telegram, { spokeAt: ago(900), ...more });

const news: Bound = { answer: false, work: false, shut: false, knockedAt: undefined, news: true };
const answer: Bound = { ...news, answer: true };
const work: Bound = { ...news, work: true };
const old = { spokeAt: ago(25) };
const chosen = { chosenAt: ago(500) };
const gone = { gone: true };

const said = (way: Way): string => {
  if (typeof way === 'string') return way;
  return 'knock' in way ? 'knock' : `to ${way.elsewhere.channel}`;
};

describe('a letter', () => {
  test.each<[string, Bound, Place, Place[], string]>([
    ['inside the hours', news, onCloud(), [], 'send'],
    ['a minute before they end', news, onCloud({ spokeAt: ago(24 - 1 / 61) }), [], 'knock'],
    ['outside, on the official number', news, onCloud(old), [], 'knock'],
    ['outside, on a linked device', news, onLinked(old), [], 'wait'],
    ['to somebody who never wrote to a linked device', news, onLinked({ spokeAt: undefined }), [], 'wait'],
    ['at any hour on Telegram', news, onTelegram(), [], 'send'],
    ['outside, no template approved', news, onCloud({ ...old, template: undefined }), [], 'wait'],
    ['inside, but the platform has just refused', { ...news, shut: true }, onCloud(), [], 'knock'],
    ['knocked an hour ago', { ...news, knockedAt: ago(1) }, onCloud(old), [], 'wait'],
    ['knocked a day ago, with news since', { ...news, knockedAt: ago(25) }, onCloud(old), [], 'knock'],
    ['knocked a day ago, no news', { ...news, knockedAt: ago(25), news: false }, onCloud(old), [], 'wait'],
    ['an answer outside the hours', answer, onCloud(old), [onTelegram(chosen)], 'send'],
    ['an answer on a linked device', answer, onLinked(old), [], 'send'],
    ['an answer that was refused', { ...answer, shut: true }, onCloud(), [onTelegram(chosen)], 'knock'],
    ['to the chosen chat', news, onCloud(), [onTelegram(chosen)], 'to telegram'],
    ['chosen, but nobody is there', news, onCloud(), [onTelegram({ ...chosen, ...gone })], 'send'],
    ['chosen, not served here', news, onCloud(), [onTelegram({ ...chosen, can: undefined })], 'send'],
    [
      'chosen on WhatsApp, where a template knocks',
      news,
      onTelegram(),
      [onCloud({ ...chosen, ...old })],
      'to whatsapp-cloud',
    ],
    ['chosen on a linked device, too late', news, onTelegram(), [onLinked({ ...chosen, ...old })], 'send'],
    ['its own was chosen later', news, onCloud({ chosenAt: ago(2) }), [onTelegram(chosen)], 'send'],
    ['outside: it knocks at its own before it goes elsewhere', news, onCloud(old), [onTelegram()], 'knock'],
    ['outside on a linked device: another chat', news, onLinked(old), [onTelegram()], 'to telegram'],
    [
      'outside on a linked device: another that can be knocked at',
      news,
      onLinked(old),
      [onCloud(old)],
      'to whatsapp-cloud',
    ],
    [
      'outside without a template: another chat',
      news,
      onCloud({ ...old, template: undefined }),
      [onTelegram()],
      'to telegram',
    ],
    ['nobody is in its own chat', news, onTelegram(gone), [onCloud()], 'to whatsapp-cloud'],
    ['nobody is in any', news, onTelegram(gone), [onCloud(gone)], 'send'],
    ['refused where it was chosen to be', { ...news, shut: true }, onLinked(chosen), [onTelegram()], 'wait'],
    ['work outside: another chat is open', work, onCloud(old), [onTelegram()], 'to telegram'],
    ['work outside everywhere', work, onCloud(old), [onLinked(old)], 'knock'],
    ['work inside the hours', work, onCloud(), [onTelegram()], 'send'],
    ['work to the chosen chat', work, onCloud(), [onTelegram(chosen)], 'to telegram'],
    ['work, the chosen chat is shut', work, onTelegram(), [onCloud({ ...chosen, ...old })], 'send'],
    ['work, its own is chosen and shut', work, onCloud({ ...chosen, ...old }), [onTelegram()], 'to telegram'],
    ['work, just refused', { ...work, shut: true }, onCloud(), [onTelegram()], 'to telegram'],
    [
      'work, just refused where it was chosen to be',
      { ...work, shut: true },
      onCloud(chosen),
      [onTelegram()],
      'knock',
    ],
  ])('%s', (_, letter, own, others, way) => {
    expect(said(wayOf(letter, own, others, now))).toBe(way);
  });

  test('is never passed to and fro between the chats of a person, and never begun on a linked device', () => {
    const hours = fc.constantFrom(undefined, 1, 23, 24, 30);
    const when = fc.record({
      spoke: hours,
      chose: fc.constantFrom(undefined, 1, 2, 3),
      gone: fc.boolean(),
      served: fc.boolean(),
      template: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.tuple(when, when, when),
        fc.boolean(),
        fc.boolean(),
        fc.nat(2),
        (facts, knocked, isWork, start) => {
          const places = [onCloud, onLinked, onTelegram].map((make, i) => {
            const { spoke, chose, gone: away, served, template } = facts[i] ?? facts[0];
            const made = make();
            return {
              ...made,
              spokeAt: spoke === undefined ? undefined : ago(spoke),
              chosenAt: chose === undefined ? undefined : ago(chose + i / 10),
              gone: away,
              can: served || i === start ? made.can : undefined,
              template: made.channel === 'whatsapp-cloud' && template ? kabar : undefined,
            };
          });
          let at = places[start];
          for (let moves = 0; at; moves++) {
            expect(moves).toBeLessThan(2);
            const own = at;
            const letter = { ...(isWork ? work : news), knockedAt: knocked ? ago(1) : undefined };
            const way = wayOf(
              letter,
              own,
              places.filter((other) => other !== own),
              now,
            );
            if (own.channel === 'whatsapp-linked' && way === 'send')
              expect(own.spokeAt && now.getTime() - own.spokeAt.getTime() < 24 * 3_600_000).toBe(true);
            if (typeof way === 'object' && 'knock' in way) expect(own.channel).toBe('whatsapp-cloud');
            at =
              typeof way === 'object' && 'elsewhere' in way
                ? places.find(({ contact }) => contact === way.elsewhere.contact)
                : undefined;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
