import { plainId, readNip } from '../nip.ts';
import { jpFault } from '../training/certificate.ts';
import { type Jp, jpText, readJp } from '../training/jp.ts';
import { readTrainingForm } from '../training/read-training-form.ts';
import { type TrainingForm, trainingForms } from '../training/training-form.ts';
import type { TrainingRules } from '../training/training-rules.ts';
import type { Cell } from './column.ts';
import { because } from './fault.ts';

/** How cells of the personnel office's files are read: whose row it is, hours, forms and pages of trainings. */

/** A NIP however it is spaced, or the office's own id; what a spreadsheet rounded is said to be that. */
export const employeeId = (text: string): Cell<string> => {
  const read = readNip(text);
  return 'fault' in read && read.fault === 'rounded'
    ? { reason: because('nip-rounded') }
    : { value: plainId(text) };
};

const leastJp: Jp = 1;

/** Hours as printed, more than none and at most what one training can have. */
export const hours =
  ({ most }: Pick<TrainingRules, 'most'>) =>
  (text: string): Cell<Jp> => {
    const value = readJp(text);
    return value !== undefined && !jpFault(value, { most })
      ? { value }
      : { reason: because('between', { from: jpText(leastJp), to: jpText(most) }) };
  };

export const form = (text: string): Cell<TrainingForm> => {
  const value = readTrainingForm(text);
  return value ? { value } : { reason: because('choice', { text: trainingForms.join(', ') }) };
};

const longestLink = 500;

/** A page that can be opened from a message: `http` or `https`, and nobody's password in it. */
export const link = (text: string): Cell<string> => {
  if (text.length > longestLink) return { reason: because('long', { max: longestLink }) };
  const url = /^https?:\/\/[^\s\p{C}]+$/iu.test(text) ? URL.parse(text) : null;
  return url && url.username === '' && url.password === '' ? { value: text } : { reason: because('link') };
};
