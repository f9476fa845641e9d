import fc from 'fast-check';
import { expect } from 'vitest';
import { fit as asShown } from '../conversation/fit.ts';
import type { Address } from '../conversation/inbound.ts';
import { named, replies } from '../conversation/testing/replies.ts';
import { translate } from '../i18n/translate.ts';
import type { Channel, Failure, Standing } from './channel.ts';

/** A channel before its judge: recorded payloads, its strict stand-in, and the same channel with the wire cut. */
export type Subject<Wire> = {
  channel: Channel<Wire>;
  cut: Channel<Wire>;
  to: Address;
  payloads: readonly unknown[];
  /** Puts something on the screen that can be pressed, and gives its id. */
  card: () => Promise<string>;
  /** What a person reads of the calls, as the stand-in took them; throws when it refuses one. */
  shows: (wires: readonly Wire[]) => Promise<string>;
  /** Signs that a person's own words may hold and the platform may read as markup; without a way to escape them they are not compared. */
  signs?: RegExp;
};

const failures: readonly Failure[] = [
  'throttled',
  'paired',
  'unreachable',
  'blocked',
  'rejected',
  'unknown',
  'misconfigured',
  'outside-window',
  'no-template',
  'restricted',
];

const standings: fc.Arbitrary<{ presses?: true } & Standing> = fc.record(
  { presses: fc.constant(true as const), chosen: named, clears: fc.constant('Baik.') },
  { requiredKeys: [] },
);

const shownBy = fc.tuple(replies, standings);

const frozen = <V>(value: V): V => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** What is left of a text when spaces, our marks and control characters are not counted. */
const letters = (text: string): string => text.replace(/[\s\p{Cc}\u2028-\u202e\uE000-\uE003]/gu, '');

const speak = (text: Parameters<typeof translate>[1]) => translate('id', text);

/** What every channel promises to the house; each throws where the promise is not kept. */
export const promises: { readonly [promise: string]: <Wire>(subject: Subject<Wire>) => Promise<void> } = {
  'reads whatever comes without a fault': async ({ channel }) => {
    fc.assert(
      fc.property(fc.anything(), (payload) => void channel.parse(payload)),
      { numRuns: 300 },
    );
  },

  'names each person by itself and its account, and each message by an id': async ({ channel, payloads }) => {
    const heard = payloads.flatMap((payload) => channel.parse(payload));
    expect(heard.length).toBeGreaterThan(0);
    for (const { id, from } of heard) {
      expect(from).toEqual({
        channel: channel.name,
        account: channel.account,
        id: expect.stringMatching(/./),
      });
      expect(id).not.toBe('');
    }
  },

  'reads the same twice, and leaves what it read as it was': async ({ channel, payloads }) => {
    for (const payload of payloads) expect(channel.parse(frozen(payload))).toEqual(channel.parse(payload));
  },

  'writes the same twice, and leaves what it was given as it was': async ({ channel, to }) => {
    fc.assert(
      fc.property(shownBy, ([reply, standing]) => {
        const shown = frozen(asShown(reply, channel.can, speak));
        expect(channel.encode(frozen(to), shown, frozen(standing))).toEqual(
          channel.encode(to, shown, standing),
        );
      }),
    );
  },

  'shows every answer whole to the person it is for, and none of our marks': async ({
    channel,
    to,
    card,
    shows,
    signs = /(?!)/g,
  }) => {
    const compared = (text: string) => letters(text).replace(signs, '');
    await fc.assert(
      fc.asyncProperty(shownBy, async ([reply, { presses, ...standing }]) => {
        const shown = asShown(reply, channel.can, speak);
        const wires = channel.encode(to, shown, { ...standing, ...(presses && { edits: await card() }) });
        expect(JSON.stringify(wires)).not.toMatch(/"text":"[^"]*[\uE000-\uE003]/);
        const seen = compared(await shows(wires));
        for (const piece of [shown.note ?? '', ...shown.texts]) expect(seen).toContain(compared(piece));
      }),
    );
  },

  'tells of a cut wire by a failure that has a remedy, and by nobody’s words': async ({ cut, to }) => {
    const shown = asShown({ text: { literal: 'rahasia' } }, cut.can, speak);
    for (const wire of cut.encode(to, shown)) {
      const sent = await cut.send(wire);
      expect(sent).toMatchObject({ ok: false, failure: expect.stringMatching(`^(${failures.join('|')})$`) });
      expect(JSON.stringify(sent)).not.toContain('rahasia');
    }
  },
};
