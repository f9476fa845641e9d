import { jpText, readJp } from '../jp.ts';
import type { EmployeeKind, JpDuty } from '../training-rules.ts';
import { isUnfit, type KnownTrainingSetting, readWhole, type Unfit } from './known-setting.ts';

/** The least that the law asks of a PNS a year (PP 11/2017). */
const leastOfPns = 2000;
const mostDuty = 100_000;

const readDuty = (text: string, kind: EmployeeKind): JpDuty | Unfit => {
  const [, is, hours = ''] = /^(?:(target|ceiling)[: ](.+)|none)$/i.exec(text) ?? ['', 'wrong'];
  const jp = readJp(hours);
  if (kind === 'pns' && (is?.toLowerCase() !== 'target' || (jp !== undefined && jp < leastOfPns)))
    return is === 'wrong' ? 'shape' : { refused: 'PP 11/2017 asks a PNS for at least 20 JP a year' };
  if (is === undefined) return { is: 'none' };
  if (jp === undefined || jp === 0 || jp > mostDuty) return 'shape';
  return is.toLowerCase() === 'target' ? { is: 'target', jp } : { is: 'ceiling', jp };
};

const dutyOf = (kind: EmployeeKind): KnownTrainingSetting => ({
  name: `training.duty.${kind}`,
  allowed: kind === 'pns' ? 'target:20 or more' : 'target:20, ceiling:24, none',
  read: (text, { rules }) => {
    const duty = readDuty(text, kind);
    return isUnfit(duty) ? duty : { rules: { duty: { ...rules.duty, [kind]: duty } } };
  },
  said: ({ rules }) => {
    const duty = rules.duty[kind];
    return duty.is === 'none' ? 'none' : `${duty.is}:${jpText(duty.jp)}`;
  },
});

/** What hours are owed, how long one is, and what one certificate may say at most. */
export const hourSettings: readonly KnownTrainingSetting[] = [
  dutyOf('pns'),
  dutyOf('pppk'),
  dutyOf('pppk_paruh_waktu'),
  dutyOf('other'),
  {
    name: 'training.minutes-per-jp',
    allowed: '30 to 120',
    read: (text) => {
      const minutesPerJp = readWhole(text, 30, 120);
      return minutesPerJp === undefined ? 'shape' : { rules: { minutesPerJp } };
    },
    said: ({ rules }) => String(rules.minutesPerJp),
  },
  {
    name: 'training.most-jp',
    allowed: '1 to 9000, the most that one certificate may say',
    read: (text) => {
      const most = readJp(text);
      return most === undefined || most < 100 || most > 900_000 ? 'shape' : { rules: { most } };
    },
    said: ({ rules }) => jpText(rules.most),
  },
  {
    name: 'training.oldest-years',
    allowed: '1 to 60, the age of the oldest certificate that is taken',
    read: (text) => {
      const oldestYears = readWhole(text, 1, 60);
      return oldestYears === undefined ? 'shape' : { rules: { oldestYears } };
    },
    said: ({ rules }) => String(rules.oldestYears),
  },
  {
    name: 'training.certificate-days',
    allowed: '1 to 180, the days after a training within which its certificate is sent',
    read: (text) => {
      const certificateDays = readWhole(text, 1, 180);
      return certificateDays === undefined ? 'shape' : { certificateDays };
    },
    said: ({ certificateDays }) => String(certificateDays),
  },
];
