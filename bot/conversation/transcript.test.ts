import { describe, expect, test } from 'vitest';
import { type Actor, playTranscript, readTranscript, type SeenMessage } from './transcript.ts';

/** A hall that says the same whatever is said, and keeps what was done to it. */
const saying = (...messages: SeenMessage[]) => {
  const done: string[] = [];
  const keep = async (what: string) => void done.push(what);
  const actor: Actor = {
    type: (text) => keep(`type ${text}`),
    press: (label) => keep(`press ${label}`),
    photo: (caption) => keep(`photo ${caption ?? '-'}`),
    location: (lat, lon) => keep(`location ${lat} ${lon}`),
    seen: async () => messages,
  };
  return { actor, done };
};

const message = (text: string, ...buttons: string[]): SeenMessage => ({ text, buttons });

describe('a dialogue', () => {
  test('is read as what the person does and must then see', () => {
    const steps = readTranscript(
      '\n# a note\n> halo\nSelamat datang\n\n[Menu] [Bantuan]\n  > [Menu]\nMau apa?',
    );
    expect(steps).toEqual([
      { line: 3, said: 'halo', expected: ['Selamat datang', '[Menu] [Bantuan]'] },
      { line: 7, said: '[Menu]', expected: ['Mau apa?'] },
    ]);
    expect(() => readTranscript('Selamat datang')).toThrow('line 1: a dialogue begins with the person');
  });

  test('types, presses, shows and points', async () => {
    const { actor, done } = saying(message('Baik'));
    await playTranscript(
      '> halo\n> [Kirim laporan]\n> (photo)\n> (photo: lubang besar)\n> (location -7.33,110.5)',
      actor,
    );
    expect(done).toEqual([
      'type halo',
      'press Kirim laporan',
      'photo -',
      'photo lubang besar',
      'location -7.33 110.5',
    ]);
  });

  test('sees photos and pins as lines', async () => {
    const photo: SeenMessage = { text: 'Lubang', buttons: [], picture: true };
    const pin: SeenMessage = { text: '', buttons: [], pin: { lat: -7.33, lon: 110.5125 } };
    const { actor } = saying(photo, pin);
    await playTranscript('> halo\n(photo)\nLubang\n(pin -7.33,110.5125)', actor);
    await expect(playTranscript('> halo\n(photo)\nLubang', actor)).rejects.toThrow('(pin -7.33,110.5125)');
  });

  const receipt = [message('Terima kasih.\n\nNomor: SLT-7K4PQ2', 'Lihat', 'Batal'), message('Selesai.')];
  test.each([
    ['the lines as they are', 'Terima kasih.\nNomor: SLT-7K4PQ2\nSelesai.'],
    ['with their buttons', 'Terima kasih.\nNomor: SLT-7K4PQ2\n[Lihat] [Batal]\nSelesai.'],
    ['with a part left open', 'Terima…\nNomor: …PQ2\nSelesai.'],
    ['with any lines between', 'Terima kasih.\n…\nSelesai.'],
    ['with any lines at the end', 'Terima kasih.\n…'],
    ['with any lines at all', '…'],
    ['with a word that is remembered', 'Terima kasih.\nNomor: {ticket}\nSelesai.'],
    ['with nothing in particular', ''],
  ])('is as written: %s', async (_, expected) => {
    await playTranscript(`> /lapor\n${expected}`, saying(...receipt).actor);
  });

  test.each([
    [
      'another line',
      'Terima kasih!\nNomor: …\nSelesai.',
      'expected: Terima kasih!',
      'seen:     Terima kasih.',
    ],
    ['a line too few', 'Terima kasih.\nNomor: …', 'expected: (nothing more)', 'seen:     Selesai.'],
    [
      'a line too many',
      'Terima kasih.\nNomor: …\nSelesai.\nDaah.',
      'expected: Daah.',
      'seen:     (nothing more)',
    ],
    ['another order', 'Selesai.\nTerima kasih.\nNomor: …', 'expected: Selesai.', 'seen:     Terima kasih.'],
    [
      'another button',
      'Terima kasih.\nNomor: …\n[Lihat] [Hapus]\nSelesai.',
      'expected: [Lihat] [Hapus]',
      'seen:     [Lihat] [Batal]',
    ],
    [
      'a line missing after any lines',
      '…\nSampai jumpa.',
      'expected: Sampai jumpa.',
      'seen:     (nothing more)',
    ],
    [
      'a pattern that only looks right',
      'Terima kasih.\nNomor: SLT-......\nSelesai.',
      'expected: Nomor: SLT-......',
      'seen:     Nomor: SLT-7K4PQ2',
    ],
  ])('is not as written when there is %s', async (_, expected, wanted, seen) => {
    const played = playTranscript(`> /lapor\n${expected}`, saying(...receipt).actor);
    await expect(played).rejects.toThrow(/^line 1, after "\/lapor":/);
    await expect(played).rejects.toThrow(wanted);
    await expect(played).rejects.toThrow(seen);
  });

  test('remembers a word: it can be said, and must come again', async () => {
    const { actor, done } = saying(message('Nomor: SLT-7K4PQ2'));
    const { names, transcript } = await playTranscript(
      '> /lapor\nNomor: {ticket}\n> /cek {ticket}\nNomor: {ticket}',
      actor,
    );
    expect(names.get('ticket')).toBe('SLT-7K4PQ2');
    expect(done).toEqual(['type /lapor', 'type /cek SLT-7K4PQ2']);
    expect(transcript).toBe('> /lapor\nNomor: SLT-7K4PQ2\n> /cek SLT-7K4PQ2\nNomor: SLT-7K4PQ2');
    const other = playTranscript('> /cek\nNomor: {ticket}', actor, new Map([['ticket', 'SLT-000000']]));
    await expect(other).rejects.toThrow('expected: Nomor: {ticket}');
  });

  test('looks past what a changed card keeps of the choice', async () => {
    await playTranscript('> [Lampu]\nDi mana?', saying(message('✓ Lampu'), message('Di mana?')).actor);
  });

  test('leaves out what a channel cannot show or need not say', async () => {
    const { actor } = saying(message('Nomor: SLT-7K4PQ2', 'Lihat', 'Batal'));
    const narrow = { ...actor, lacks: ['Salin', 'Kirim nomor'], silent: ['Baik.'] };
    await playTranscript('> ya\nBaik.\nNomor: …\n[Salin] [Lihat] [Batal]', narrow);
    const alone = { ...narrow, seen: async () => [message('Nomor: SLT-7K4PQ2')] };
    await playTranscript('> ya\nNomor: …\n[Salin] [Kirim nomor]', alone);
    const wider = playTranscript('> ya\nBaik.\nNomor: …', actor);
    await expect(wider).rejects.toThrow('expected: Baik.');
  });
});
