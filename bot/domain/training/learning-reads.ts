import type { CoachingReads } from '../coaching/coaching-reads.ts';
import type { ExerciseReads } from '../exercise/exercise-reads.ts';
import type { ModuleReads } from '../modules/module-reads.ts';
import type { RecallReads } from '../modules/recall-reads.ts';
import type { SelfCheckReads } from '../paths/self-check-reads.ts';
import type { AttendanceReads } from './attendance-reads.ts';
import type { CertificateReads } from './certificate-reads.ts';
import type { TrainingReads } from './training-reads.ts';
import type { UnitReads } from './unit-reads.ts';

/** What a conversation may look up of learning: trainings, certificates, modules, exercises, and how a unit stands. */
export type LearningReads = AttendanceReads &
  CertificateReads &
  CoachingReads &
  ExerciseReads &
  ModuleReads &
  RecallReads &
  SelfCheckReads &
  TrainingReads &
  UnitReads;
