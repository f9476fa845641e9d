import type { DeviceHealth } from '../../db/linked-device-health.ts';
import type { DevicePast } from '../../db/reads/linked-device.ts';
import { hourIn } from './broadcast-words.ts';
import { closeWords, pauseWords } from './whatsapp-words.ts';

/** The linked device as an operator sees it: figures, times and codes, and of its number the end at most. */
export type DevicePicture = {
  /** Whether the settings here switch it on. */
  on: boolean;
  zone: string;
  /** `ending` is null where this installation's key cannot open the device's memory. */
  number: { linked: false } | { linked: true; ending: string | null };
  /** Nothing where no service ever used it. */
  health: DeviceHealth | null;
  /** Messages that the device sends on one day at most. */
  dailyMost: number;
} & DevicePast;

type Line = readonly [name: string, words: string];

const numberLine = ({ number }: DevicePicture): Line => {
  if (!number.linked) return ['Number', 'none is linked. Link one with "npm run pendopo -- whatsapp pair".'];
  return [
    'Number',
    number.ending === null
      ? 'linked, but this APP_KEY cannot open it: use the key it was linked with.'
      : `linked, ends in ${number.ending}`,
  ];
};

const stateNames: { readonly [state in DeviceHealth['state']]: string } = {
  unlinked: 'waits for a number to be linked',
  connecting: 'connecting',
  open: 'connected',
  waiting: 'not connected, tries again',
  stopped: 'stopped, a person must act',
};

const heldLine = ({ health, leaseSeconds, on }: DevicePicture): Line => {
  if (leaseSeconds > 0) return ['Held', `by a running service, believed for ${leaseSeconds} s more`];
  if (!on) return ['Held', 'by nobody; set WHATSAPP_LINKED_DEVICE=1 and start the service'];
  const gone = health?.state === 'open' || health?.state === 'connecting';
  return ['Held', gone ? 'by nobody: the service that used it has gone; start the service' : 'by nobody'];
};

const times = (many: number): string => (many === 1 ? 'once' : `${many} times`);

const stateLines = ({ health, zone }: DevicePicture, now: Date): Line[] => {
  if (!health) return [['State', 'no service has used it yet']];
  const { state, since, why, failures } = health;
  const lines: Line[] = [
    ['State', `${stateNames[state]}, since ${hourIn(new Date(since), now, zone)} (${zone})`],
  ];
  if (failures > 0) lines.push(['Failures', `it could not connect ${times(failures)} in a row`]);
  if (state === 'open' || why === null) return lines;
  const { means, todo } = closeWords(why);
  return [...lines, ['Why', /^\d+$/.test(why) ? `${means} (${why})` : means], ['To do', todo]];
};

const sendingLines = ({ health, zone }: DevicePicture, now: Date): Line[] => {
  if (!health?.pausedUntil) return [['Sending', 'not paused']];
  const until = hourIn(new Date(health.pausedUntil), now, zone);
  const { means, todo } = pauseWords(health.pausedWhy ?? 'unknown');
  return [
    ['Sending', `paused until ${until}: ${means}`],
    ['To do', todo],
  ];
};

const width = 30;

const capLine = ({ dailyMost, days }: DevicePicture): Line => {
  const sent = days[0]?.sent ?? 0;
  const full = Math.min(width, Math.floor((width * sent) / dailyMost));
  return ['Cap', `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${sent} of ${dailyMost} a day`];
};

const heard = ({ health, zone }: DevicePicture, now: Date): string =>
  health?.heardAt ? `, the last at ${hourIn(new Date(health.heardAt), now, zone)}` : '';

const todayLine = (picture: DevicePicture, now: Date): Line => {
  const [today] = picture.days;
  const { heard: came = 0, sent = 0, refused = 0, unopened = 0, reconnects = 0 } = today ?? {};
  return [
    'Today',
    `${came} heard${heard(picture, now)}; ${sent} sent, ${refused} refused, ${unopened} that could not be opened, ${reconnects} reconnects`,
  ];
};

const undecidedLine = ({ health }: DevicePicture): Line[] =>
  health && health.undecided > 0
    ? [['Undecided', `${health.undecided} messages are stored and wait to be decided`]]
    : [];

const cellWidth = 12;
const columns = ['heard', 'sent', 'refused', 'unopened', 'reconnects'] as const;

const week = (days: DevicePicture['days']): string[] => [
  ['Last seven days', ...columns].map((cell, at) => (at === 0 ? cell : cell.padStart(cellWidth))).join(''),
  ...days.map((day) =>
    [day.day.padEnd(15), ...columns.map((name) => `${day[name]}`.padStart(cellWidth))].join(''),
  ),
];

const nameWidth = 11;

/** The whole picture for somebody at a terminal; hours are the city's. */
export const statusWords = (picture: DevicePicture, now: Date): string =>
  [
    'The linked device (unofficial: WhatsApp may block this number at any time)',
    ...[
      numberLine(picture),
      ...stateLines(picture, now),
      heldLine(picture),
      ...sendingLines(picture, now),
      todayLine(picture, now),
      capLine(picture),
      ...undecidedLine(picture),
    ].map(([name, words]) => `${name.padEnd(nameWidth)}${words}`),
    '',
    ...week(picture.days),
  ].join('\n');
