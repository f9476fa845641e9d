import { localDate } from '../../../bot/domain/local-date.ts';
import type { CertificateDesk, CertifiedTraining } from '../../../bot/domain/training/certificate-view.ts';
import type { Enrolment } from '../../../bot/domain/training/enrolment.ts';
import type { Training } from '../../../bot/domain/training/training.ts';
import { hasCertificate } from '../../../bot/domain/training/training-record.ts';
import type { City } from '../../../bot/ports.ts';
import type { Runner } from '../../prepared.ts';
import { readCatalogue } from './catalogue.ts';
import { readTrainingRecords } from './records.ts';
import { speakerOf } from './speaker.ts';

const certified = (of: Training): CertifiedTraining => {
  const { code, title, provider, form, jp, place, startsOn, endsOn } = of;
  return { code, title, provider, form, jp, place, startsOn, endsOn };
};

/** Who said that they are done comes first, then what ended last. */
const inOrder = (one: [Enrolment, Training], other: [Enrolment, Training]): number => {
  const [done, otherDone] = [one[0].finishedOn !== null, other[0].finishedOn !== null];
  if (done !== otherDone) return done ? -1 : 1;
  return (other[1].endsOn ?? '') > (one[1].endsOn ?? '') ? 1 : -1;
};

/** What the employee of a chat needs to send a certificate, of the training with this code or of any; null for a citizen. */
export const certificateDesk = async (
  runner: Runner,
  city: City,
  { contact, code, now }: { contact: number; code: string; now: Date },
): Promise<CertificateDesk | null> => {
  const [speaker, catalogue] = await Promise.all([speakerOf(runner, contact), readCatalogue(runner)]);
  if (!speaker) return null;
  const [record] = await readTrainingRecords(runner, city, { employees: [speaker.id], catalogue });
  if (!record) return null;
  const today = localDate(now, city.agency.zone);
  const missing = record.enrolments.flatMap((one): [Enrolment, Training][] => {
    const training = catalogue.get(one.training);
    const begun = training !== undefined && (training.startsOn === null || training.startsOn <= today);
    const open = one.state === 'registered' && !hasCertificate(record, one.training);
    return begun && open ? [[one, training]] : [];
  });
  const named = catalogue.get(code);
  return {
    trainings: missing.toSorted(inOrder).map(([, training]) => certified(training)),
    named: named ? certified(named) : null,
    held: record.certificates.map(({ id, training, title, number, date, status }) => ({
      id,
      training,
      title,
      number,
      date,
      status,
    })),
  };
};
