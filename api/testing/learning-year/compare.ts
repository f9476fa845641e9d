import { type Expected, expectedOf } from '../../../bot/domain/reminding/testing/oracle.ts';
import { type Life, restartsOf, type Size } from './life.ts';
import { asTold } from './plainly.ts';
import { type Heard, tick } from './play.ts';

/** Everything that the oracle wants said to these people. */
export const expectedIn = (
  lives: readonly Life[],
  size: Size,
  seed: number,
): (Expected & { person: number })[] => {
  const outages = restartsOf(size, seed);
  return lives.map(asTold).flatMap((employee) =>
    expectedOf(employee, outages, { until: size.days, every: tick }).map((one) => ({
      person: employee.nth,
      ...one,
    })),
  );
};

/** What a phone showed, thing by thing, as a reader tells them apart. */
const thingsIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const [, code = '', what = ''] =
      /Pelatihan (C-\d+): (daftar|selesaikan|kirim sertifikat)/.exec(line) ?? [];
    if (code) return [`${{ daftar: 'register', selesaikan: 'complete' }[what] ?? 'certificate'}:${code}`];
    if (line.includes('JP tahun ini: baru')) return ['jp_pace'];
    return line.includes('Kenaikan gaji berkala') ? ['date:kgb'] : [];
  });

/** An item without its deadline, as phones show it. */
const bare = (item: string) => item.split(':').slice(0, -1).join(':');

export const shown = (heard: readonly Heard[]): string[] =>
  heard.flatMap(({ person, at, text }) => thingsIn(text).map((thing) => `${person} ${at} ${thing}`));

export const wanted = (expected: ReturnType<typeof expectedIn>): string[] =>
  expected.map(({ person, at, item }) => `${person} ${at} ${bare(item)}`);

/** Lines of the one that the other lacks, counted: a line that came twice is one too many. */
const lacking = (lines: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
};

export const compared = (came: readonly string[], hoped: readonly string[]) => ({
  missing: lacking(hoped, came).toSorted(),
  tooMuch: lacking(came, hoped).toSorted(),
});

export const alike = { missing: [], tooMuch: [] };
