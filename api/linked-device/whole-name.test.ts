import {
  addTransactionCapability,
  DEFAULT_CONNECTION_CONFIG,
  initAuthCreds,
  type LIDMapping,
  type SignalDataSet,
} from '@whiskeysockets/baileys';
import { describe, expect, test } from 'vitest';
import type { Inbound } from '../../bot/conversation/inbound.ts';
import { silentLog } from './silent-log.ts';
import { byWholeName } from './whole-name.ts';

/** The client's own store of names; `asked` is what WhatsApp answers to a question for hidden ids. */
const clientNames = async (
  pairs: readonly LIDMapping[],
  asked: () => Promise<LIDMapping[] | undefined> = async () => undefined,
) => {
  const kept = new Map<string, unknown>();
  const keys = addTransactionCapability(
    {
      get: (type, ids) => Object.fromEntries(ids.map((id) => [id, kept.get(`${type}-${id}`) as never])),
      set: (data: SignalDataSet) => {
        for (const [type, byId] of Object.entries(data))
          for (const [id, value] of Object.entries(byId ?? {})) kept.set(`${type}-${id}`, value);
      },
    },
    silentLog,
    { maxCommitRetries: 1, delayBetweenTriesMs: 1 },
  );
  const auth = { creds: initAuthCreds(), keys };
  const { lidMapping } = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, silentLog, asked);
  for (const pair of pairs) await lidMapping.storeLIDPNMappings([pair]);
  return lidMapping;
};

const number = '6281200000001@s.whatsapp.net';
const second = '6281200000002@s.whatsapp.net';
const lid = '271828181@lid';
const other = '271828182@lid';

const from = (id: string, known?: readonly string[]): Inbound => ({
  id: `${id}/3EB0AA`,
  from: { channel: 'whatsapp-linked', account: 'device', id },
  at: new Date(),
  content: { kind: 'text', text: 'halo' },
  ...(known && { known }),
});

const namesOf = ({ from, known = [] }: Inbound): string[] => [from.id, ...known];

describe('whoever writes is known by', () => {
  test.each([
    ['both names, where only the hidden id is told', lid, [{ lid, pn: number }], [lid, number]],
    ['both names, where only the number is told', number, [{ lid, pn: number }], [lid, number]],
    ['the one name that is told, where no other was ever seen', lid, [{ lid: other, pn: second }], [lid]],
    ['the number alone, where nobody was ever seen', number, [], [number]],
    [
      'the number alone, once the hidden id that it had has gone on to another number',
      number,
      [
        { lid, pn: number },
        { lid, pn: second },
      ],
      [number],
    ],
    [
      'the hidden id alone, once its number has gone on to somebody else',
      lid,
      [
        { lid, pn: number },
        { lid: other, pn: number },
      ],
      [lid],
    ],
    [
      'the number with the hidden id of whoever has it now',
      number,
      [
        { lid, pn: number },
        { lid: other, pn: number },
      ],
      [other, number],
    ],
  ])('%s', async (_, told, pairs, names) => {
    const inbound = await byWholeName(from(told), await clientNames(pairs));
    expect(namesOf(inbound)).toEqual(names);
    expect(inbound).toMatchObject({ id: `${told}/3EB0AA`, content: { kind: 'text', text: 'halo' } });
  });

  test('what WhatsApp says of a number that is new to the client', async () => {
    const names = await clientNames([], async () => [{ lid, pn: number }]);
    expect(namesOf(await byWholeName(from(number), names))).toEqual([lid, number]);
  });

  test('the number alone, while WhatsApp cannot be asked', async () => {
    const names = await clientNames([], () => Promise.reject(new Error('Connection Closed')));
    expect(namesOf(await byWholeName(from(number), names))).toEqual([number]);
    expect(namesOf(await byWholeName(from(number), undefined))).toEqual([number]);
  });

  test('the names that a message tells itself, whatever the client remembers', async () => {
    const names = await clientNames([{ lid, pn: number }]);
    expect(namesOf(await byWholeName(from(lid, [second]), names))).toEqual([lid, second]);
  });
});
