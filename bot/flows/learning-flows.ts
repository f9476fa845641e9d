import type { Entry } from '../registry.ts';
import { certificate } from './asn/certificate/certificate.ts';
import { certificateDoor } from './asn/certificate/door.ts';
import { certificateFix } from './asn/certificate/fix.ts';
import { certificates } from './asn/certificate/own-list.ts';
import { exerciseAnswer } from './asn/exercise/exercise-answer.ts';
import { exerciseAsk } from './asn/exercise/exercise-ask.ts';
import { exerciseScore } from './asn/exercise/exercise-score.ts';
import { exercises } from './asn/exercise/exercises.ts';
import { learn } from './asn/learning/learn.ts';
import { learnPause } from './asn/learning/learn-pause.ts';
import { learnRepeat } from './asn/learning/learn-repeat.ts';
import { learnShelf } from './asn/learning/learn-shelf.ts';
import { recall } from './asn/recall/recall.ts';
import { recallStop } from './asn/recall/recall-stop.ts';
import { usedAtWork } from './asn/recall/used-at-work.ts';
import { selfCheck } from './asn/self-check/self-check.ts';
import { attendanceCode } from './asn/training/attendance-code.ts';
import { calendar } from './asn/training/calendar.ts';
import { finishTraining } from './asn/training/finish.ts';
import { hadir } from './asn/training/hadir.ts';
import { openTrainings } from './asn/training/open-trainings.ts';
import { registerTraining } from './asn/training/register.ts';
import { review } from './asn/training/review.ts';
import { training } from './asn/training/training.ts';
import { trainings } from './asn/training/trainings.ts';
import { withdrawTraining } from './asn/training/withdraw.ts';
import { certificateJudge } from './officer/certificate-judge.ts';
import { exerciseApprove } from './officer/exercise/exercise-approve.ts';
import { coaching } from './supervisor/coaching.ts';
import { goals } from './supervisor/coaching-goals.ts';
import { enrol } from './supervisor/enrol.ts';
import { kindWord } from './supervisor/kind-word.ts';
import { unit } from './supervisor/unit.ts';
import { unitCertificates, unitPerson } from './supervisor/unit-person.ts';
import { unitSkills } from './supervisor/unit-skills.ts';
import { unreached } from './supervisor/unreached.ts';

/** Conversations of learning: trainings, certificates, modules, exercises, and what heads see of them. */
export const learningFlows: readonly Entry[] = [
  { form: trainings, command: 'pelatihan' },
  { form: openTrainings },
  { form: training },
  { form: registerTraining },
  { form: withdrawTraining },
  { form: finishTraining },
  { form: learnShelf, command: 'belajar' },
  { form: learn },
  { form: learnPause },
  { form: learnRepeat },
  { form: certificateDoor, command: 'sertifikat' },
  { form: certificate },
  { form: certificateFix },
  { form: certificates },
  { form: certificateJudge },
  { form: recall },
  { form: recallStop },
  { form: usedAtWork },
  { form: exercises },
  { form: exerciseAnswer },
  { form: exerciseAsk },
  { form: exerciseScore },
  { form: exerciseApprove },
  { form: hadir, command: 'hadir', says: ['hadir', 'h'] },
  { form: attendanceCode },
  { form: review },
  { form: selfCheck },
  { form: calendar, command: 'kalender' },
  { form: unit, command: 'unit' },
  { form: unitPerson },
  { form: unitCertificates },
  { form: unitSkills },
  { form: coaching },
  { form: goals, command: 'tujuan' },
  { form: kindWord },
  { form: enrol },
  { form: unreached },
];
