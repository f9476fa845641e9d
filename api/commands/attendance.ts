import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import { isLocalDate, type LocalDate, localDate } from '../../bot/domain/local-date.ts';
import { newAttendanceCode, typedAttendance } from '../../bot/domain/training/attendance-code.ts';
import type { City } from '../../bot/ports.ts';
import { createHallClock } from '../../db/clock.ts';
import { loadCity } from '../../db/reads/city.ts';
import { attendanceOffer } from '../../db/reads/training/attendance.ts';
import { readCatalogue } from '../../db/reads/training/catalogue.ts';
import { keepAttendanceCode } from '../../db/stores/training/open-attendance.ts';
import { doorsOf } from '../env.ts';
import { writeFiles } from '../exports/write-files.ts';
import type { Opened } from '../open.ts';
import { attendanceDoors, attendanceSheet } from '../posters/attendance-sheet.ts';
import type { Sheet } from '../print/sheet.ts';
import { sheetPng } from '../print/sheet-png.ts';
import { sheetSvg } from '../print/sheet-svg.ts';
import { sheetsPdf } from '../print/sheets-pdf.ts';
import { operatorCommand } from './operator-command.ts';
import { done, type Outcome, refused, wrongUsage } from './outcome.ts';
import { settings, withDatabase } from './with-database.ts';

const draws = 10;

/** Codes are few enough that one may be in use: it is drawn again. */
const drawCode = async (
  { database, seal }: Opened,
  city: City,
  { training, day, at }: { training: string; day: LocalDate; at: Date },
): Promise<string> => {
  for (let draw = 0; draw < draws; draw++) {
    const code = newAttendanceCode(randomBytes);
    const kept = await database.sql.begin((tx) =>
      keepAttendanceCode(tx, seal, city, { training, day, code }, at),
    );
    if (kept) return code;
  }
  throw new Error('no free code for a room');
};

const formats = ['.pdf', '.svg', '.png'] as const;
type Format = (typeof formats)[number];

const isFormat = (ending: string): ending is Format => (formats as readonly string[]).includes(ending);

const bytesOf = async (sheet: Sheet, format: Format, city: City, at: Date): Promise<Uint8Array> => {
  switch (format) {
    case '.pdf':
      return sheetsPdf([sheet], {
        title: sheet.title,
        author: city.agency.name,
        language: sheet.language,
        at,
      });
    case '.svg':
      return new TextEncoder().encode(sheetSvg(sheet));
    case '.png':
      return sheetPng(sheet);
    default:
      return format satisfies never;
  }
};

/** Prints the code by which people are present at a training on one day, with its links, and on demand as a sheet for the room. */
export const attendanceCommand = operatorCommand(
  {
    name: 'attendance',
    description: 'A code by which people sign in to a training on one day; --out writes a sheet for the room',
    asks: 'open-attendance',
  },
  {
    training: { type: 'positional', required: true, description: 'Code of the training, as in its file' },
    day: { type: 'string', description: 'YYYY-MM-DD, one of its days; today, or its first, unless said' },
    out: { type: 'string', description: 'A sheet A4 as .pdf, .svg or .png' },
  },
  async ({ training: code, day: said, out }): Promise<Outcome> => {
    if (said !== undefined && !isLocalDate(said)) return wrongUsage(`${said} is no day: YYYY-MM-DD.`);
    const ending = out === undefined ? undefined : extname(out).toLowerCase();
    if (ending !== undefined && !isFormat(ending))
      return wrongUsage('A sheet is written as .pdf, .svg or .png.');
    const env = settings();
    return withDatabase(env, async (opened) => {
      const { database } = opened;
      const clock = createHallClock(database);
      const [city] = await Promise.all([
        loadCity(database, { publicUrl: env.PUBLIC_URL, zone: env.AGENCY_TIMEZONE, doors: doorsOf(env) }),
        clock.refresh(),
      ]);
      const at = clock.now();
      const training = (await readCatalogue(database.sql)).get(code);
      const offer = await attendanceOffer(database.sql, city, { training: code, now: at });
      if (!training || !offer) return refused(`There is no training ${code}.`);
      const day = said ?? offer.days[0];
      if (!day || !offer.days.includes(day))
        return refused(
          offer.days.length === 0
            ? 'This training is over.'
            : `It is held on ${offer.days.join(', ')}; today is ${localDate(at, city.agency.zone)}.`,
        );
      const drawn = await drawCode(opened, city, { training: code, day, at });
      const doors = attendanceDoors(city.doors ?? {}, drawn);
      const { title, provider } = training;
      const facts = { agency: city.agency.name, training: { title, provider }, day, code: drawn, doors };
      const file =
        out === undefined || ending === undefined
          ? undefined
          : await writeFiles(out, [
              {
                name: out,
                bytes: await bytesOf(attendanceSheet({ ...facts, locale: 'id' }), ending, city, at),
              },
            ]);
      if (file && 'refused' in file) return refused(file.refused);
      const links = doors.map(({ link }) => link);
      return done(
        [
          `${title}, ${day}: ${typedAttendance(drawn)}`,
          'It lets people in until the end of that day; codes shown before still do.',
          ...links,
          ...(file ? [`Written: ${file.paths.join(', ')}`] : []),
        ].join('\n'),
        { training: code, day, code: drawn, typed: typedAttendance(drawn), links, files: file?.paths ?? [] },
      );
    });
  },
);
