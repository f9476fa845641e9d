import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleVideo, sampleVoice } from '../../bot/channels/telegram/emulator/index.ts';
import { literal } from '../../bot/conversation/reply.ts';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { shortestReport } from '../../bot/flows/citizen/dialogues/shortest-report.ts';
import { type MailRoom, openMailRoom, type Person } from './testing/mail-room.ts';

let room: MailRoom;
beforeAll(async () => {
  room = await openMailRoom();
});
afterAll(() => room.house.close());
beforeEach(() => room.clear());

let reports = 0;

/** A citizen with a report, where nobody else has one, and the message that is its receipt. */
const withReport = async (): Promise<{ citizen: Person; receipt: number }> => {
  const citizen = room.house.actor();
  const north = (-7.3315 + reports++ * 0.003).toFixed(4);
  const script = shortestReport.replace('-7.3315', north).replaceAll(/^Tempat: .*$/gm, 'Tempat: …');
  await playTranscript(script, citizen);
  const receipt = citizen.phone.messages().findLast(({ text }) => text.includes('Nomor:'))?.id;
  if (!receipt) throw new Error('no receipt');
  return { citizen, receipt };
};

describe('a voice note or video for the officer', () => {
  test('is kept byte for byte, with a word of warning, and passed on', async () => {
    const { citizen, receipt } = await withReport();
    const spoken = sampleVoice(77);
    citizen.phone.sendVoice(spoken, { replyTo: receipt });
    const [answer] = await citizen.seen();
    expect(answer?.text).toContain('suara bisa membuat orang yang berbicara dikenali');
    await room.house.clean();
    const { id, kind, state } = await room.newest();
    expect({ kind, state }).toEqual({ kind: 'voice', state: 'clean' });
    expect(Buffer.from((await room.house.storage.get(`clean/${id}`)) ?? [])).toEqual(Buffer.from(spoken));
    const officer = await room.somebody();
    await room.write(officer, { text: literal('Pesan suara dari warga'), media: [{ id, kind }] });
    expect(officer.phone.messages().at(-1)).toMatchObject({ text: 'Pesan suara dari warga', voice: {} });
    expect(Buffer.from(room.fileOf(officer.phone, 'voice'))).toEqual(Buffer.from(spoken));
  });

  test('a video goes the same way', async () => {
    const { citizen, receipt } = await withReport();
    const filmed = sampleVideo(5);
    citizen.phone.sendVideo(filmed, { replyTo: receipt, caption: 'airnya naik' });
    await citizen.seen();
    await room.house.clean();
    const { id, kind, state } = await room.newest();
    expect({ kind, state }).toEqual({ kind: 'video', state: 'clean' });
    const officer = await room.somebody();
    await room.write(officer, { text: literal('Video dari warga'), media: [{ id, kind }] });
    expect(Buffer.from(room.fileOf(officer.phone, 'video'))).toEqual(Buffer.from(filmed));
  });

  test('of 21 MB is refused kindly, naming what fits', async () => {
    const { citizen, receipt } = await withReport();
    const size = 21 * 1024 * 1024;
    citizen.phone.sendVideo(sampleVideo(), { replyTo: receipt, size });
    expect((await citizen.seen()).at(-1)?.text).toContain('lebih dari 20 MB');
    citizen.phone.sendVoice(sampleVoice(), { replyTo: receipt, size });
    expect((await citizen.seen()).at(-1)?.text).toContain('lebih dari 20 MB');
  });

  test.each([
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0', 'latin1')],
    ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a video', Buffer.from(sampleVideo())],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
  ])('that says it is Ogg and is %s is refused, and its sender is told', async (_, bytes) => {
    const { citizen, receipt } = await withReport();
    citizen.phone.sendVoice(bytes, { replyTo: receipt });
    await citizen.seen();
    await room.house.clean();
    const { id, state, reason } = await room.newest();
    expect({ state, reason }).toEqual({ state: 'refused', reason: 'type' });
    expect(await room.house.storage.get(`clean/${id}`)).toBeNull();
    expect((await citizen.seen()).at(-1)?.text).toContain('satu pesan suara tidak bisa dibuka');
  });

  test('outside a report is answered as before', async () => {
    const citizen = await room.somebody();
    citizen.phone.sendVoice();
    expect((await citizen.seen()).at(-1)?.text).toContain('pesan suara belum bisa kami dengarkan');
    await citizen.type('/cek');
    await citizen.seen();
    citizen.phone.sendVideo();
    expect((await citizen.seen()).at(-1)?.text).toContain('video belum bisa kami terima');
  });
});
