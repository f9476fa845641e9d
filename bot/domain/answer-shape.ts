import type { Notice } from './life-step.ts';
import { isLocalDate, type LocalDate } from './local-date.ts';

/** The shapes of an officer's *Balas*: *Sudah dikerjakan*, *Dijadwalkan {tanggal}*, *Tidak bisa, karena …*, or words alone. */
export type AnswerShape =
  | { shape: 'done' }
  | { shape: 'planned'; on: LocalDate }
  | { shape: 'cannot'; because: string }
  | { shape: 'plain' };

/** A promise may be moved twice; on-time figures count the first one all the same. */
export const mostExtensions = 2;

/** By when the citizen now expects the matter settled, and how often that day was moved. */
export type StandingPromise = { due: LocalDate; extensions: number };

export type AnswerFault = 'no_such_date' | 'past_date' | 'third_extension' | 'empty_reason';

/** "Akan segera ditindaklanjuti" is delivered, but only something concrete is the answer that was promised. */
export function isConcrete({ shape }: AnswerShape): boolean {
  return shape !== 'plain';
}

/** Whether an answer asks the citizen to wait beyond the day that was promised. */
export function isExtension(answer: AnswerShape, promise: Pick<StandingPromise, 'due'>): boolean {
  return answer.shape === 'planned' && answer.on > promise.due;
}

/** What keeps an answer from being sent, or `undefined`: a day in the past, a third extension, a refusal without a reason. */
export function answerFault(
  answer: AnswerShape,
  promise: StandingPromise,
  today: LocalDate,
): AnswerFault | undefined {
  switch (answer.shape) {
    case 'planned':
      if (!isLocalDate(answer.on)) return 'no_such_date';
      if (answer.on < today) return 'past_date';
      return isExtension(answer, promise) && promise.extensions >= mostExtensions
        ? 'third_extension'
        : undefined;
    case 'cannot':
      return answer.because.trim() === '' ? 'empty_reason' : undefined;
    case 'done':
    case 'plain':
      return undefined;
    default:
      return answer satisfies never;
  }
}

/** What the citizen is told by an answer; a refusal also names how to object and the Ombudsman. */
export function noticeOf({ shape }: AnswerShape): Notice {
  switch (shape) {
    case 'planned':
      return 'planned';
    case 'cannot':
      return 'refused';
    case 'done':
    case 'plain':
      return 'answered';
    default:
      return shape satisfies never;
  }
}
