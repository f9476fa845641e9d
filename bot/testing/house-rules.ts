import { posix } from 'node:path';
import { type Import, importsOf, wordsOfCode } from './imports-of.ts';

/** Sources by their path from the root, with `/`. */
export type House = ReadonlyMap<string, string>;

/** A file that is not as the house is, and the rule that says so. */
export type Breach = { file: string; rule: string };

/** Tests may look anywhere; nothing may look at them. */
const isTest = (path: string): boolean =>
  /\.test\.ts$|(^|\/)testing(-server)?(\/|\.ts$)|(^|\/)fixtures\/|\/dialogues\/|^api\/faults\/|^bot\/channels\/contract\.ts$/.test(
    path,
  );

const conversation = /^bot\/conversation\//;

/** Who may import whom among our own files (`architecture.md` section 2); the first room that holds a file counts. */
const rooms: readonly { room: RegExp; may: RegExp; types?: RegExp }[] = [
  {
    room: /^bot\/domain\/recount\//,
    may: /^bot\/domain\/recount\//,
    types: /^bot\/domain\/ballot\/bulletin\.ts$/,
  },
  { room: /^bot\/domain\//, may: /^bot\/domain\/(?!recount\/)/ },
  { room: conversation, may: conversation, types: /^bot\/(effects|ports|reads|i18n\/keys)\.ts$/ },
  { room: /^bot\/i18n\//, may: /^(bot\/i18n|locales)\//, types: /^bot\/conversation\/(reply|tongue)\.ts$/ },
  {
    room: /^bot\/flows\//,
    may: /^bot\/(flows|conversation|domain)\/|^bot\/(registry|i18n\/languages)\.ts$/,
    types: /^bot\/(effects|ports|reads|news|i18n\/keys)\.ts$/,
  },
  { room: /\/emulator\//, may: /\/emulator\// },
  { room: /^bot\/channels\//, may: /^bot\/(channels|conversation|i18n)\// },
  {
    room: /^bot\/(effects|ports|reads|registry)\.ts$/,
    may: /^$/,
    types: /^bot\/(conversation|domain)\/|^bot\/(effects|ports|reads)\.ts$/,
  },
  { room: /^bot\//, may: /^bot\// },
  {
    room: /^db\//,
    may: /^db\/|^bot\/domain\//,
    types:
      /^bot\/conversation\/|^bot\/(effects|ports|reads|news|groups|bulletin|reminding|training-extras|training-reminders|media)\.ts$/,
  },
  { room: /^api\//, may: /^(api|bot|db)\// },
];

/** Each platform library has one home. */
const homes: readonly { library: RegExp; home: RegExp }[] = [
  { library: /^telegraf(\/|$)/, home: /^(bot\/channels\/telegram\/(?!emulator)|api\/(commands\/)?telegram)/ },
  { library: /^@?hono(\/|$)/, home: /^api\// },
  { library: /^(drizzle-orm|drizzle-kit|postgres)(\/|$)/, home: /^(db|api\/bench)\// },
  { library: /^node-cron(\/|$)/, home: /^api\/tick\.ts$/ },
  { library: /^(i18next(\/|$)|#sentences$)/, home: /^bot\/i18n\// },
  { library: /^sharp(\/|$)/, home: /^api\/(media|simulator\/samples)\// },
  { library: /^uqr$/, home: /^api\// },
  { library: /^ical-generator$/, home: /^api\/trainings\// },
  { library: /^(csv-stringify|write-excel-file)(\/|$)/, home: /^api\/exports\// },
  { library: /^(pdfmake|@resvg\/resvg-js)(\/|$)/, home: /^api\/print\// },
  { library: /^pino(\/|$)/, home: /^api\// },
  {
    library: /^@whiskeysockets\/baileys(\/|$)/,
    home: /^(bot\/channels\/whatsapp-linked|api\/linked-device)\//,
  },
  { library: /^libsignal(\/|$)/, home: /^$/ },
  { library: /^@noble\/curves(\/|$)/, home: /^bot\/domain\/(ballot|recount)\// },
];

/** What a pure part may not touch, and where the outside is let in. */
const outside: readonly { what: string; seen: RegExp; home: RegExp }[] = [
  { what: 'new Date()', seen: /\bnew Date\(\s*\)/, home: /^(api|db\/embedded)\// },
  {
    what: 'Date.now()',
    seen: /\bDate\.now\(/,
    home: /^(api|db\/embedded)\/|^db\/clock\.ts$|\/emulator\/clock\.ts$/,
  },
  { what: 'Math.random', seen: /\bMath\.random\b/, home: /^api\// },
  { what: 'process.env', seen: /\bprocess\.env\b/, home: /^(api|db\/embedded)\// },
  { what: 'fetch', seen: /(?<![.\w])fetch\(/, home: /^api\/|^bot\/channels\/[^/]+\/(send|fetch-file)\.ts$/ },
];

/** So many lines fail the build; from so many on a file is asked why. */
const linesMost = 250;
const linesAsked = 150;

const linesOf = (source: string): number => source.split('\n').length - (source.endsWith('\n') ? 1 : 0);

const named = (file: string, { of }: Import): string =>
  of.startsWith('.') ? posix.join(posix.dirname(file), of) : of;

/** What the emulators of several channels share; no channel itself. */
const commonRoom = 'emulator';

const directionBreach = (file: string, one: Import): string | undefined => {
  const target = named(file, one);
  const ours = one.of.startsWith('.');
  if (!ours) {
    const kept = homes.find(({ library }) => library.test(one.of));
    if (kept && !kept.home.test(file)) return `${one.of} does not live here`;
    if (/\/emulator\//.test(file) && !one.of.startsWith('node:')) return 'an emulator stands on Node alone';
    return undefined;
  }
  if (isTest(target)) return `only tests import ${target}`;
  const room = rooms.find((known) => known.room.test(file));
  if (!room) return `no room holds ${file}`;
  const channel = /^bot\/channels\/([^/]+)\//.exec(file)?.[1];
  const other = /^bot\/channels\/([^/]+)\//.exec(target)?.[1];
  if (channel && other && other !== channel && other !== commonRoom)
    return `one channel imports another: ${target}`;
  if (/\/emulator\//.test(target) && !/\/emulator\/|^api\//.test(file))
    return `the real part imports ${target}`;
  if (room.may.test(target) || (one.types && room.types?.test(target))) return undefined;
  return room.types?.test(target) ? `only types of ${target}` : `may not import ${target}`;
};

const outsideBreaches = (file: string, source: string): string[] => {
  const code = wordsOfCode(source);
  return outside.flatMap(({ what, seen, home }) =>
    seen.test(code) && !home.test(file) ? [`${what} is handed in here`] : [],
  );
};

const nameBreach = (file: string): string | undefined =>
  /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/.test(file)
    ? undefined
    : 'names are kebab-case';

/** Forms that no line of the registry opens. */
const unregistered = (house: House): Breach[] => {
  const index = ['index', 'award-flows', 'learning-flows']
    .map((name) => house.get(`bot/flows/${name}.ts`) ?? '')
    .join('\n');
  return [...house].flatMap(([file, source]) =>
    !file.startsWith('bot/flows/') || isTest(file)
      ? []
      : [...source.matchAll(/^export const (\w+) = form\b/gm)]
          .filter(([, name]) => !new RegExp(`\\bform: ${name}\\b`).test(index))
          .map(([, name]) => ({ file, rule: `${name} is not in the registry` })),
  );
};

/** Everything in which the sources are not as the house is built. */
export const breachesOf = (house: House): Breach[] => [
  ...[...house].flatMap(([file, source]) =>
    [
      nameBreach(file),
      linesOf(source) > linesMost ? `longer than ${linesMost} lines` : undefined,
      ...(isTest(file) ? [] : importsOf(source).map((one) => directionBreach(file, one))),
      ...(isTest(file) ? [] : outsideBreaches(file, source)),
    ].flatMap((rule) => (rule ? [{ file, rule }] : [])),
  ),
  ...unregistered(house),
];

/** Files that are long enough to ask whether they hold two ideas. */
export const longFiles = (house: House): string[] =>
  [...house].flatMap(([file, source]) =>
    linesOf(source) > linesAsked ? [`${file} ${linesOf(source)}`] : [],
  );
