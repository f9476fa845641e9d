import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playTranscript } from '../../bot/conversation/transcript.ts';
import { addCalendarDays, localDate } from '../../bot/domain/local-date.ts';
import { readPdf } from '../print/testing/read-pdf.ts';
import { scanCodes } from '../print/testing/scan-codes.ts';
import { openTestHall, type TestHall, testKey } from '../testing/hall.ts';
import { linkStaff, openOffice } from '../testing/staff.ts';
import { plantCourse } from '../trainings/testing/trained-city.ts';
import { type Workplace, workplace } from './testing/run-program.ts';

let house: TestHall;
let place: Workplace;
const today = () => localDate(house.hall.clock.now(), 'Asia/Jakarta');
const tomorrow = () => addCalendarDays(today(), 1);

beforeAll(async () => {
  house = await openTestHall();
  await openOffice(house.hall);
  place = await workplace({
    DATABASE_URL: house.databaseUrl,
    APP_KEY: testKey.toString('base64'),
    DEMO: '1',
    TELEGRAM_BOT_NAME: 'sapa_salatiga_bot',
    WHATSAPP_NUMBER: '6281234567890',
  });
  const { sql } = house.hall.database;
  await plantCourse(sql, { code: 'PP-1', title: 'Pelayanan Prima', startsOn: today(), endsOn: tomorrow() });
  await plantCourse(sql, { code: 'LAMA', startsOn: '2020-01-01', endsOn: '2020-01-02' });
});
afterAll(async () => {
  await place.leave();
  await house.close();
});

const attendance = (words: string) => place.run('pendopo', `attendance ${words}`);

describe('an operator who shows a code in the room', () => {
  test('gets the words to type and both links, and whoever types them is there', async () => {
    const { code, out, err } = await attendance('PP-1');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [, typed = ''] = /HADIR (\w{3}-\w{3})/.exec(out) ?? [];
    const plain = typed.replace('-', '');
    expect(out).toContain(`Pelayanan Prima, ${today()}: HADIR ${typed}`);
    expect(out).toContain(`https://t.me/sapa_salatiga_bot?start=h_${plain}`);
    expect(out).toContain(`https://wa.me/6281234567890?text=HADIR%20${typed}`);
    const who = await linkStaff(house, { roles: [] });
    await playTranscript(
      `> HADIR ${typed}\nBapak/Ibu belum terdaftar pada Pelayanan Prima…\n…\n> ya\nKehadiran…\n…`,
      who,
    );
  });

  test('gets a sheet for another of its days as a picture whose codes open just that, and as PDF', async () => {
    const { out } = await attendance(`PP-1 --day ${tomorrow()} --out hadir.png --json`);
    const made = JSON.parse(out);
    expect(made).toMatchObject({ training: 'PP-1', day: tomorrow(), files: ['hadir.png'] });
    const codes = await scanCodes(await readFile(join(place.folder, 'hadir.png')));
    expect(codes.map(({ text }) => text)).toEqual(made.links);
    const printed = await attendance('PP-1 --out hadir.pdf');
    expect(printed.out).toContain('Written: hadir.pdf');
    const { pages } = await readPdf(await readFile(join(place.folder, 'hadir.pdf')));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.words).toContain('Pelayanan Prima');
  });

  test('is told why there is none', async () => {
    expect(await attendance('NOTHING')).toMatchObject({ code: 1, err: 'There is no training NOTHING.\n' });
    expect(await attendance('LAMA')).toMatchObject({ code: 1, err: 'This training is over.\n' });
    expect(await attendance('PP-1 --day 2020-01-01')).toMatchObject({
      code: 1,
      err: expect.stringContaining(`It is held on ${today()}, ${tomorrow()}`),
    });
    expect(await attendance('PP-1 --day besok')).toMatchObject({ code: 2 });
    expect(await attendance('PP-1 --out hadir.docx')).toMatchObject({ code: 2 });
    expect(await attendance('')).toMatchObject({ code: 2 });
  });
});
