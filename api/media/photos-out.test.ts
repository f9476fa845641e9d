import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { literal } from '../../bot/conversation/reply.ts';
import { hireSomebody } from '../testing/employee.ts';
import { type MailRoom, openMailRoom } from './testing/mail-room.ts';
import { phonePhoto } from './testing/pictures.ts';

let room: MailRoom;
beforeAll(async () => {
  room = await openMailRoom();
});
afterAll(() => room.house.close());
beforeEach(() => room.clear());

describe('a photo on its way from one person to another', () => {
  test('arrives with its pixels and without its place', async () => {
    const photo = await room.photographed(await phonePhoto());
    await room.house.clean();
    const officer = await room.somebody();
    await room.write(officer, { text: literal('Foto dari <warga>'), media: [photo] });
    const last = officer.phone.messages().at(-1);
    expect(last).toMatchObject({ text: 'Foto dari <warga>', photo: { width: 800, height: 400 } });
    const got = room.fileOf(officer.phone, 'photo');
    expect(Buffer.from(got)).toEqual(Buffer.from((await room.house.storage.get(`clean/${photo.id}`)) ?? []));
    expect(Buffer.from(got).includes('Exif')).toBe(false);
    const corner = await sharp(got).extract({ left: 0, top: 0, width: 300, height: 400 }).png().toBuffer();
    const [red, , blue] = (await sharp(corner).stats()).channels;
    expect(red?.mean).toBeGreaterThan(180);
    expect(blue?.mean).toBeLessThan(50);
  });

  test('waits until it is clean, and the tries do not count', async () => {
    const photo = await room.photographed(await phonePhoto());
    const officer = await room.somebody();
    const before = officer.phone.messages().length;
    await room.write(officer, { text: literal('Ada foto'), media: [photo] });
    for (let again = 0; again < 15; again++) {
      await room.again();
    }
    expect(await room.letters()).toEqual([
      { state: 'waiting', attempts: 0, failure: 'photos not clean yet' },
    ]);
    expect(officer.phone.messages()).toHaveLength(before);
    await room.house.clean();
    await room.again();
    expect(await room.letters()).toEqual([{ state: 'sent', attempts: 1, failure: null }]);
    expect(officer.phone.messages().at(-1)).toMatchObject({ text: 'Ada foto', photo: {} });
  });

  test('is left out after ten minutes, and the words say so', async () => {
    const photo = await room.photographed(await phonePhoto());
    const officer = await room.somebody();
    await room.write(officer, { text: literal('Ada foto'), media: [photo] });
    await room.sql`update letter set created_at = now() - interval '10 minutes'`;
    await room.again();
    const last = officer.phone.messages().at(-1);
    expect(last).toMatchObject({ text: 'Ada foto\nLampiran yang tidak bisa ditampilkan: 1.' });
    expect(last?.photo).toBeUndefined();
  });

  test('is left out at once when it was refused, and its neighbours arrive', async () => {
    const whole = await phonePhoto();
    const broken = await room.photographed(whole.subarray(0, whole.length - 400));
    const fine = await room.photographed(whole);
    await room.house.clean();
    const officer = await room.somebody();
    await room.write(officer, { text: literal('Dua foto'), media: [broken, fine] });
    expect(officer.phone.messages().at(-1)).toMatchObject({
      text: 'Dua foto\nLampiran yang tidak bisa ditampilkan: 1.',
      photo: { width: 800 },
    });
  });

  test('is sent again when Telegram did not answer, and once when it did', async () => {
    const photo = await room.photographed(await phonePhoto());
    await room.house.clean();
    const officer = await room.somebody();
    room.house.emulator.faults.add({ kind: 'server-error', method: 'sendPhoto', times: 1 });
    await room.write(officer, { text: literal('Ada foto'), media: [photo] });
    expect(await room.letters()).toMatchObject([{ state: 'waiting', attempts: 1, failure: 'unknown' }]);
    await room.again();
    expect(officer.phone.messages().filter((message) => message.photo)).toHaveLength(1);
  });

  test('that Telegram will not have costs no words, and somebody is told', async () => {
    const photo = await room.photographed(await phonePhoto());
    await room.house.clean();
    const officer = await room.somebody();
    const description = 'Bad Request: IMAGE_PROCESS_FAILED';
    room.house.emulator.faults.add({ kind: 'refuse', method: 'sendPhoto', description });
    await room.write(officer, { text: literal('Ada foto'), media: [photo] });
    expect(officer.phone.messages().at(-1)?.text).toBe('Ada foto\nLampiran yang tidak bisa ditampilkan: 1.');
    expect(await room.letters()).toMatchObject([{ state: 'sent' }]);
    expect(room.house.log.lines.at(-1)).toMatchObject({ event: 'letter-failed', code: 'rejected 400' });
  });

  test('three of them come as one album, the words with their buttons below', async () => {
    const media = [];
    for (const width of [200, 300, 400]) media.push(await room.photographed(await phonePhoto({ width })));
    await room.house.clean();
    const officer = await room.somebody();
    const before = officer.phone.messages().length;
    await room.write(officer, {
      text: literal('Tiga foto'),
      media,
      choices: [{ id: 'go:menu', label: literal('Terima') }],
      about: 'report:SLT-7K4PQ2',
    });
    const [first, second, third, words, ...more] = officer.phone.messages().slice(before);
    expect([first, second, third].map((one) => one?.photo?.width)).toEqual([200, 300, 400]);
    expect(new Set([first?.album, second?.album, third?.album]).size).toBe(1);
    expect(words).toMatchObject({ text: 'Tiga foto', buttons: [[{ label: 'Terima' }]] });
    expect(more).toEqual([]);
    const shown = await room.sql`select message from shown where about = 'report:SLT-7K4PQ2'`;
    expect(shown.map(({ message }) => Number(message)).toSorted()).toEqual(
      [first, second, third, words].map((one) => one?.id),
    );
  });

  test('bears only what fits a caption', async () => {
    const photo = await room.photographed(await phonePhoto());
    await room.house.clean();
    const officer = await room.somebody();
    const long = 'lampu '.repeat(200).trim();
    const before = officer.phone.messages().length;
    await room.write(officer, { text: literal(long), media: [photo] });
    const [picture, words] = officer.phone.messages().slice(before);
    expect(picture).toMatchObject({ text: '', photo: {} });
    expect(words?.text).toBe(long);
  });
});

describe('where a photo was taken', () => {
  const places = async (id: string) =>
    (
      await room.house.hall.database
        .sql`select taken_lat as lat, taken_lng as lng, likeness from media where id = ${id}`
    )[0];

  test('is known of an officer’s photo and of nobody else’s', async () => {
    const citizen = room.house.actor();
    const officer = await room.somebody();
    const { contact } = await room.sessionOf(officer);
    const nip = await hireSomebody(room.sql, { roles: ['officer'] });
    await room.sql`insert into staff_link (employee_id, contact_id, channel, since)
      select id, ${contact.id}, 'telegram', now() from employee where nip = ${nip}`;
    const theirs = await room.photographed(await phonePhoto(), citizen);
    await room.house.clean();
    const ours = await room.photographed(await phonePhoto({ width: 600 }), officer);
    await room.house.clean();
    expect(await places(theirs.id)).toMatchObject({ lat: null, lng: null });
    const place = await places(ours.id);
    expect(place?.lat).toBeCloseTo(-7.33083, 4);
    expect(place?.lng).toBeCloseTo(110.5, 4);
    expect(place?.likeness).toHaveLength(8);
  });
});
